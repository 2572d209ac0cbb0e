import { MethodologyPage } from '../pages/MethodologyPage.tsx';
import type { EmbeddedPage } from './embeddedPage.ts';
import type { LoadRelease } from './loadOnce.ts';
import { PageFrame } from './PageFrame.tsx';
import { methodologyData } from './pageData.ts';
import { useLoaded } from './useLoaded.ts';
import { useTitle } from './useTitle.ts';

interface MethodologyRouteProps {
  readonly loader: LoadRelease;
  /** What came inside the page's own file. */
  readonly given: EmbeddedPage['methodology'] | null;
}

export function MethodologyRoute({ loader, given }: MethodologyRouteProps) {
  useTitle('Methodology');
  const loaded = useLoaded(
    'methodology',
    async () => methodologyData(await loader()),
    given ? { key: 'methodology', value: given } : null,
  );
  return (
    <PageFrame loaded={loaded} label="Loading the definitions">
      {(data) => <MethodologyPage {...data} />}
    </PageFrame>
  );
}
