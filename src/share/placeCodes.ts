/**
 * The places an address can name. Without their names, which the first page's script need not carry; a test holds the
 * list to the table of places.
 */
export const placeCodes: readonly string[] =
  'AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY'.split(
    ' ',
  );
