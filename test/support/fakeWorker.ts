import { MessageChannel } from 'node:worker_threads';
import { type Endpoint, expose } from 'comlink';
import type { ImportApi } from '../../src/data/importApi.ts';

/** A worker as far as the client can tell: messages are really cloned and transferred. */
export function fakeWorker(api: Partial<ImportApi>) {
  const { port1, port2 } = new MessageChannel();
  expose(api, port2 as unknown as Endpoint);
  let terminated = 0;
  const errorListeners: ((event: { message?: string | undefined }) => void)[] = [];
  const worker = {
    postMessage: port1.postMessage.bind(port1),
    start: () => port1.start(),
    addEventListener(type: string, listener: never) {
      if (type === 'error') errorListeners.push(listener);
      else (port1 as unknown as EventTarget).addEventListener(type, listener);
    },
    removeEventListener(type: string, listener: never) {
      (port1 as unknown as EventTarget).removeEventListener(type, listener);
    },
    terminate() {
      terminated += 1;
      port1.close();
    },
  };
  return {
    make: () => worker as unknown as Worker,
    terminated: () => terminated,
    /** @param message none where the browser says nothing. */
    crash: (message?: string) => {
      for (const listener of errorListeners) listener({ message });
    },
  };
}
