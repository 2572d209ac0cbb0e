/**
 * The script of `404.html`, as text: it reads the address that no file answered and names the pages that were meant.
 * Plain old JavaScript, because nothing compiles it. It writes text and links, never HTML from the address.
 *
 * @param codes codes that have a page
 * @param places codes of places
 */
export function notFoundScript(codes: readonly string[], places: readonly string[]): string {
  return `
  (function () {
    var codes = ${JSON.stringify(codes.join(' '))}.split(' ');
    var places = ${JSON.stringify(places.join(' '))}.split(' ');
    var pages = ['own', 'methodology', 'data', 'medicare', 'brief'];
    // A link to //name/ would lead to the host of that name.
    var path = location.pathname.replace(/^\\/+/, '/');
    var links = [];
    function offer(to, words) {
      if (to !== path) links.push([to, words]);
    }
    function capitals(text) {
      try { return decodeURIComponent(text || '').toUpperCase(); } catch (error) { return ''; }
    }
    var code = /^(.*?\\/)code(?:\\/+([^/]*))?(?:\\/+([^/]*))?/i.exec(path);
    var page = /^(.*\\/)([a-z]+)\\/?$/i.exec(path);
    var root = '';
    if (!code) {
      // A code without its folder, as people shorten addresses: /97110 or /states/97110.
      var parts = path.split('/');
      for (var at = 1; at < parts.length; at++) {
        if (codes.indexOf(capitals(parts[at])) < 0) continue;
        var before = parts.slice(0, at).filter(function (part) { return part !== 'states'; }).join('/') + '/';
        code = [path, before, parts[at], parts[at + 1]];
        break;
      }
    }
    if (code) {
      root = code[1];
      var number = capitals(code[2]);
      var place = capitals(code[3]);
      var folder = root + 'code/' + number + '/';
      if (codes.indexOf(number) >= 0) {
        if (places.indexOf(place) >= 0) offer(folder + place + '/' + location.search, number + ' in ' + place);
        offer(folder + (place ? '' : location.search), number + ' nationally');
        offer(folder + 'states/', number + ' in all states');
      }
    } else if (page && pages.indexOf(page[2].toLowerCase()) >= 0) {
      root = page[1];
      offer(root + page[2].toLowerCase() + '/' + location.search, page[2].toLowerCase());
    }
    if (root) offer(root, 'Rate Atlas, all codes');
    if (links.length === 0) return;
    var list = document.getElementById('meant');
    links.forEach(function (each) {
      var link = document.createElement('a');
      link.href = each[0];
      link.textContent = each[1];
      list.appendChild(document.createElement('li')).appendChild(link);
    });
    document.getElementById('perhaps').hidden = false;
  })();
`;
}
