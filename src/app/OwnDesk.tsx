import type { MedicareArea } from '../domain/medicareArea.ts';
import { TermsSection } from '../pages/TermsSection.tsx';
import { firstTermsView } from '../pages/termsView.ts';
import { VisitSection } from '../pages/VisitSection.tsx';
import { firstVisitView } from '../pages/visitView.ts';
import type { DeskView } from '../share/address.ts';
import type { LoadRelease } from './loadOnce.ts';
import type { OpenFile } from './ownFileStore.ts';
import { PageFrame } from './PageFrame.tsx';
import { useKept } from './useKept.ts';
import { useLoaded } from './useLoaded.ts';

interface OwnDeskProps {
  readonly loader: LoadRelease;
  readonly own: OpenFile;
  readonly part: DeskView;
}

/** What needs no file of the user's: what visits pay, and what a contract's words are worth. What is entered stays in memory. */
export function OwnDesk({ loader, own, part }: OwnDeskProps) {
  const [visits, setVisits] = useKept('visits', firstVisitView);
  const [terms, setTerms] = useKept('terms', firstTermsView);
  const loaded = useLoaded('desk', async () => {
    const files = await loader();
    const [release, catalogue, schedule, { localities }] = await Promise.all([
      files.release(),
      files.catalogue(),
      files.schedule(),
      files.medicare(),
    ]);
    // Without the medians Medicare, own rates and terms can still be worked with: the section says what is missing.
    const digest = await files.digest(release.id).catch(() => null);
    return { release, codes: catalogue.codes, schedule, localities, digest };
  });
  const practice = practiceOf(own);
  return (
    <PageFrame loaded={loaded} label="Loading the visits">
      {({ digest, ...data }) =>
        part === 'visits' ? (
          <VisitSection
            {...data}
            digest={digest}
            practice={practice}
            view={visits}
            onView={setVisits}
            own={own.rates}
          />
        ) : (
          <TermsSection {...data} practice={practice} view={terms} onView={setTerms} own={own.rates} />
        )
      }
    </PageFrame>
  );
}

/** Where the practice is, as chosen for its contract. */
function practiceOf({ rates, view }: OpenFile): MedicareArea | null {
  return rates?.contract ? (view.desk ?? null) : null;
}
