/** What the service worker does to pages and says to them, apart from the worker itself, so that a test can ask it. */

const stampPattern = /<meta name="build" content="([^"]*)" \/>/;

/** The build a page belongs to, as the build stamped it; undefined for any other text. */
export function buildOf(html: string): string | undefined {
  return stampPattern.exec(html)?.[1];
}

/**
 * The empty page of the site's root as the page at `path` (`code/97110/TX/`): its way to the root and its relative
 * addresses lengthened, as the build does it for pages with a file of their own.
 */
export function atDepth(shell: string, path: string): string {
  const depth = '../'.repeat(path.split('/').length - 1) || './';
  return shell
    .replace(/\b(src|href)="\.\//g, `$1="${depth}`)
    .replace(/(<meta\s+name="depth"\s+content=")[^"]*(")/, `$1${depth}$2`);
}

/** Whether `bytes` are the file whose SHA-256 begins with `version` (hexadecimal). */
export async function isVersion(bytes: ArrayBuffer, version: string): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return version.length >= 8 && hex.startsWith(version);
}

/** The worker's answer to a page that asks it to take over. */
export interface TakeOverAnswer {
  /** Whether the page that asked is of the worker's build. */
  readonly isSameBuild: boolean;
}

/**
 * Whether a waiting worker has a newer version for the page that asked it. Not where it waits for another page only: a
 * reload would change nothing. A worker of before these answers says false; a page that knows them is the newer one.
 */
export function isOfAnotherBuild(answer: unknown): boolean {
  return (
    typeof answer === 'object' && answer !== null && 'isSameBuild' in answer && answer.isSameBuild === false
  );
}

/** A page as its worker sees it, or a worker as its page does. */
export interface Asked {
  postMessage(message: unknown, transfer: Transferable[]): void;
}

/**
 * What is answered to a question, on a port of the question's own.
 *
 * @param patience in milliseconds, after which the answer is undefined; left out where it is waited for.
 */
export function answerOf(asked: Asked, question: unknown, patience?: number): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const settle = (answer: unknown) => {
      clearTimeout(timer);
      port1.close();
      resolve(answer);
    };
    const timer = patience === undefined ? undefined : setTimeout(settle, patience, undefined);
    port1.addEventListener('message', ({ data }) => settle(data), { once: true });
    port1.start();
    asked.postMessage(question, [port2]);
  });
}

const buildQuestion = 'which-build';

/** Whether a message to a page is the worker's question of {@link areAllOfBuild}. */
export function asksForBuild(message: unknown): boolean {
  return (
    typeof message === 'object' && message !== null && 'type' in message && message.type === buildQuestion
  );
}

/**
 * Asks pages for their build and says whether all are of `build`. One that does not answer in time, asleep or older than
 * the question, counts as another's.
 *
 * @param patience in milliseconds.
 */
export async function areAllOfBuild(
  pages: readonly Asked[],
  build: string,
  patience = 1000,
): Promise<boolean> {
  const builds = await Promise.all(pages.map((page) => answerOf(page, { type: buildQuestion }, patience)));
  return builds.every((each) => each === build);
}
