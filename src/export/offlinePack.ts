import { strToU8, type Zippable, zipSync } from 'fflate';
import { readRelease } from '../data/readRelease.ts';
import type { Release } from '../domain/release.ts';
import { versionedUrl } from '../share/versionedUrl.ts';
import { packFiles } from './packFiles.ts';

interface OfflinePackInput {
  readonly code: string;
  /** The release the page shows: nothing else may get into the pack. */
  readonly releaseId: string;
  /** Absolute address of the site's root, with its slash. */
  readonly root: string;
  readonly fetchFile: (url: string) => Promise<Response>;
  /** Called with how much is fetched, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/**
 * In place of the site's service worker, which would keep this pack for whatever is served from the same address later;
 * and one that another site left at that address steps down for it.
 */
const noWorker = `addEventListener('install', () => skipWaiting());
addEventListener('activate', () => registration.unregister());
`;

/** Requests under way at the same time: as many as browsers make to one host. */
const atOnce = 6;

/**
 * The site with one code's pages and data as a zip, fetched from where the page itself came from.
 *
 * @throws Error when a file does not arrive as its release lists it, or the site was not built with a list of its files.
 */
export async function offlinePack(input: OfflinePackInput): Promise<Uint8Array<ArrayBuffer>> {
  const { code, root, fetchFile, onProgress } = input;
  const shown = await releaseOf(input);
  const listed: unknown = JSON.parse(
    new TextDecoder().decode(await bytesOf(`${root}site-files.json`, fetchFile)),
  );
  if (!Array.isArray(listed)) throw new Error('site-files.json is not a list of files');
  const { site, data, release } = packFiles(listed.map(String), shown, code);
  const wanted = [
    ...site.map((file) => ({ file, url: file, bytes: undefined })),
    ...data.map(({ path, bytes, sha256 }) => ({
      file: `data/${path}`,
      // As the page itself asks: no cache on the way answers with another release's file, and a kept one is found.
      url: versionedUrl(`data/${path}`, sha256),
      bytes,
    })),
  ];
  const folder = `rate-atlas-${code}`;
  const packed: Zippable = {
    [`${folder}/README.txt`]: strToU8(readme(code, release)),
    [`${folder}/sw.js`]: strToU8(noWorker),
    [`${folder}/data/release.json`]: strToU8(JSON.stringify(release)),
    // Figures of releases before this one stay with the site: a pinned link is told that there are none here.
    [`${folder}/data/releases/index.json`]: strToU8('[]\n'),
  };
  let next = 0;
  let done = 0;
  async function work(): Promise<void> {
    for (let at = next++; at < wanted.length; at = next++) {
      const { file, url, bytes } = wanted[at] as (typeof wanted)[number];
      const content = await bytesOf(root + url, fetchFile);
      if (bytes !== undefined && content.byteLength !== bytes) {
        throw new Error(
          `${file} is not the one of this release: ${content.byteLength} bytes instead of ${bytes}`,
        );
      }
      packed[`${folder}/${file}`] = file.endsWith('.png') ? [content, { level: 0 }] : content;
      done += 1;
      onProgress(done / wanted.length);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return zipSync(packed);
}

async function releaseOf({ root, releaseId, fetchFile }: OfflinePackInput): Promise<Release> {
  const text = new TextDecoder().decode(await bytesOf(`${root}data/release.json`, fetchFile));
  const { release, problems } = readRelease(text, 'release.json');
  if (!release) throw new Error(problems.map(({ message }) => message).join(' '));
  if (release.pack)
    throw new Error(`this is an offline pack of ${release.pack.code} already; it can be copied as it is`);
  if (release.id === releaseId) return release;
  throw new Error(
    `the site has moved on to release ${release.id}: reload this page, which shows ${releaseId}`,
  );
}

async function bytesOf(
  url: string,
  fetchFile: OfflinePackInput['fetchFile'],
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetchFile(url);
  if (!response.ok) throw new Error(`${url} did not arrive (status ${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}

function readme(code: string, release: Release): string {
  return `Rate Atlas, offline pack of ${code}
Release ${release.id} of ${release.date}

Serve this folder with any static web server and open the address it prints. For example, in this folder:

    python3 -m http.server 8000

and open http://localhost:8000/code/${code}/

Opening index.html by a double click does not work: browsers do not let such a page read the data beside it.

Inside: the whole app, the pages of ${code} for the nation and every place, and every data file they read (data/release.json lists
each with its SHA-256, and those of the other codes). Not inside: the rates, charges, published figures and context of other codes. The app says so when one of
them is asked for.
`;
}
