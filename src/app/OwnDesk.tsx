import { firstTermsView, TermsSection } from '../pages/TermsSection.tsx';
import { firstVisitView, VisitSection } from '../pages/VisitSection.tsx';
import type { DeskView } from '../share/address.ts';
import type { LoadRelease } from './loadOnce.ts';
import { PageFrame } from './PageFrame.tsx';
import { useKept } from './useKept.ts';
import { useLoaded } from './useLoaded.ts';
import type { OwnFile } from './useOwnFile.ts';

interface OwnDeskProps {
  readonly loader: LoadRelease;
  readonly own: OwnFile;
  readonly part: DeskView;
}

/** What needs no file of the user's: what visits pay, and what a contract's words are worth. What is entered stays in memory. */
export function OwnDesk({ loader, own, part }: OwnDeskProps) {
  const [visits, setVisits] = useKept('visits', firstVisitView);
  const [terms, setTerms] = useKept('terms', firstTermsView);
  const loaded = useLoaded('desk', async () => {
    const files = await loader();
    const [release, catalogue, schedule] = await Promise.all([
      files.release(),
      files.catalogue(),
      files.schedule(),
    ]);
    // Without the medians Medicare, own rates and terms can still be worked with: the section says what is missing.
    const digest = await files.digest(release.id).catch(() => null);
    return { release, codes: catalogue.codes, schedule, digest };
  });
  return (
    <PageFrame loaded={loaded} label="Loading the visits">
      {({ digest, ...data }) =>
        part === 'visits' ? (
          <VisitSection {...data} digest={digest} view={visits} onView={setVisits} own={own.rates} />
        ) : (
          <TermsSection {...data} view={terms} onView={setTerms} />
        )
      }
    </PageFrame>
  );
}
