import path from 'node:path';
import { createRunnableDevEnvironment, resolveConfig } from 'vite';

/**
 * Runs TypeScript of this project as it stands, through Vite, because Node 20 cannot strip types by itself. Unlike
 * Vite's `runnerImport` it stays open, so that what was loaded can load more when it needs it (`import('./…')`).
 *
 * @param {string} root the folder of this package.
 */
export async function typeScriptRunner(root) {
  const config = await resolveConfig(
    {
      configFile: false,
      root,
      envDir: false,
      cacheDir: root,
      logLevel: 'error',
      environments: {
        inline: {
          consumer: 'server',
          dev: { moduleRunnerTransform: true },
          resolve: { external: true, mainFields: [], conditions: ['node'] },
        },
      },
    },
    'serve',
  );
  const environment = createRunnableDevEnvironment('inline', config, {
    runnerOptions: { hmr: { logger: false } },
    hot: false,
  });
  await environment.init();
  return {
    /** @type {<Module>(file: string) => Promise<Module>} */
    load: (file) => environment.runner.import(path.join(root, file)),
    close: () => environment.close(),
  };
}
