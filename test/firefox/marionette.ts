import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What Marionette calls an element in its answers (W3C WebDriver, "web element identifier"). */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/**
 * A Firefox as Debian ships it, driven through Marionette, the remote protocol it has built in: WebDriver commands as
 * `length:[0, id, name, parameters]` over a socket. Playwright drives only a Firefox of its own, and no driver for
 * the plain one is in a registry we can reach.
 */
export class Firefox {
  readonly #process: ChildProcess;
  readonly #profile: string;
  #socket!: Socket;
  #received = Buffer.alloc(0);
  #next = 1;
  readonly #waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();

  private constructor(program: string, port: number) {
    this.#profile = mkdtempSync(path.join(tmpdir(), 'rate-atlas-firefox-'));
    const preferences = {
      'marionette.port': port,
      'browser.shell.checkDefaultBrowser': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'browser.aboutwelcome.enabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      // Without a screen no window has the focus, and no element would be told of it.
      'focusmanager.testmode': true,
    };
    const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${value});`);
    writeFileSync(path.join(this.#profile, 'user.js'), `${lines.join('\n')}\n`);
    this.#process = spawn(
      program,
      ['--headless', '--marionette', '--no-remote', '--profile', this.#profile],
      { stdio: 'ignore', env: { ...process.env, HOME: this.#profile } },
    );
  }

  static async start(program: string): Promise<Firefox> {
    const port = await freePort();
    const firefox = new Firefox(program, port);
    try {
      await firefox.#connect(port);
      await firefox.command('WebDriver:NewSession', {});
    } catch (error) {
      await firefox.stop();
      throw error;
    }
    return firefox;
  }

  /** Sends one command and waits for its answer. Rejects with Firefox's own words. */
  command(name: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown> {
    const id = this.#next++;
    const text = JSON.stringify([0, id, name, parameters]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  async open(url: string): Promise<void> {
    await this.command('WebDriver:Navigate', { url });
  }

  /** Runs a function's text in the page and hands back what it returns. */
  async evaluate(script: string, ...args: readonly unknown[]): Promise<unknown> {
    const answer = await this.command('WebDriver:ExecuteScript', {
      script: `return (${script})(...arguments)`,
      args,
    });
    return (answer as { value: unknown }).value;
  }

  /** Waits until a function in the page answers with something true, and hands it back. */
  async until(script: string, ...args: readonly unknown[]): Promise<unknown> {
    const end = Date.now() + 20_000;
    while (Date.now() < end) {
      const found = await this.evaluate(script, ...args);
      if (found !== null && found !== false && found !== '') return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`waited 20 s in vain for: ${script}`);
  }

  async #element(selector: string): Promise<string> {
    const answer = await this.command('WebDriver:FindElement', { using: 'css selector', value: selector });
    return (answer as { value: Record<string, string> }).value[elementKey] ?? '';
  }

  async click(selector: string): Promise<void> {
    await this.command('WebDriver:ElementClick', { id: await this.#element(selector) });
  }

  /** Types into an element; into a file field, a path. */
  async type(selector: string, text: string): Promise<void> {
    await this.command('WebDriver:ElementSendKeys', { id: await this.#element(selector), text });
  }

  async screenshot(file: string): Promise<void> {
    const answer = await this.command('WebDriver:TakeScreenshot', { full: false });
    writeFileSync(file, Buffer.from((answer as { value: string }).value, 'base64'));
  }

  async stop(): Promise<void> {
    this.#socket?.destroy();
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    if (this.#process.exitCode === null) {
      this.#process.kill('SIGKILL');
      await gone;
    }
    rmSync(this.#profile, { recursive: true, force: true });
  }

  async #connect(port: number): Promise<void> {
    const end = Date.now() + 30_000;
    for (;;) {
      try {
        this.#socket = await opened(port);
        break;
      } catch (error) {
        if (Date.now() > end || this.#process.exitCode !== null) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
    this.#socket.on('data', (bytes: Buffer) => this.#receive(bytes));
  }

  #receive(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const colon = this.#received.indexOf(0x3a);
      if (colon === -1) return;
      const length = Number(this.#received.subarray(0, colon).toString());
      if (this.#received.length < colon + 1 + length) return;
      const message: unknown = JSON.parse(this.#received.subarray(colon + 1, colon + 1 + length).toString());
      this.#received = this.#received.subarray(colon + 1 + length);
      // The first message greets; answers are lists: kind, id, error, result.
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message as [number, number, { message?: string } | null, unknown];
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new Error(error.message ?? JSON.stringify(error)));
      else waiting?.resolve(result);
    }
  }
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
