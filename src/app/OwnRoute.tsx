import { useEffect } from 'react';
import { OwnPage } from '../pages/OwnPage.tsx';
import { pageTitle } from '../text/pageTitle.ts';
import type { LoadRelease } from './loadOnce.ts';
import { OwnDesk } from './OwnDesk.tsx';
import { PageFrame } from './PageFrame.tsx';
import { useLoaded } from './useLoaded.ts';
import type { OwnFile } from './useOwnFile.ts';

/** The page of the user's own file. What was read lives in the app's memory, so it survives a look at other pages. */
export function OwnRoute({ loader, own }: { readonly loader: LoadRelease; readonly own: OwnFile }) {
  useEffect(() => {
    document.title = pageTitle('Your rates');
  }, []);
  const loaded = useLoaded('own', async () => {
    const release = await loader();
    const [listed, catalogue, schedule, aliases] = await Promise.all([
      release.release(),
      release.catalogue(),
      release.schedule(),
      release.aliases(),
    ]);
    return { release: listed, codes: catalogue.codes, schedule, aliases };
  });
  return (
    <PageFrame loaded={loaded} label="Loading the code list">
      {({ release, codes, schedule, aliases }) => (
        <>
          <OwnPage
            release={release}
            codes={codes}
            schedule={schedule}
            state={own.state}
            rates={own.rates}
            view={own.view}
            onView={own.setView}
            onFile={(file) => own.open(file, codes, aliases)}
            onCancel={own.cancel}
            onClear={own.clear}
          />
          <OwnDesk loader={loader} own={own} />
        </>
      )}
    </PageFrame>
  );
}
