import { firstVisitView, VisitSection } from '../pages/VisitSection.tsx';
import type { LoadRelease } from './loadOnce.ts';
import { PageFrame } from './PageFrame.tsx';
import { useKept } from './useKept.ts';
import { useLoaded } from './useLoaded.ts';
import type { OwnFile } from './useOwnFile.ts';

/** Below the user's own rates: what visits pay. What is entered stays in memory. */
export function OwnDesk({ loader, own }: { readonly loader: LoadRelease; readonly own: OwnFile }) {
  const [visits, setVisits] = useKept('visits', firstVisitView);
  const loaded = useLoaded('desk', async () => {
    const files = await loader();
    const [release, catalogue, schedule] = await Promise.all([
      files.release(),
      files.catalogue(),
      files.schedule(),
    ]);
    return { release, codes: catalogue.codes, schedule, digest: await files.digest(release.id) };
  });
  return (
    <PageFrame loaded={loaded} label="Loading the visits">
      {(data) => <VisitSection {...data} view={visits} onView={setVisits} own={own.rates} />}
    </PageFrame>
  );
}
