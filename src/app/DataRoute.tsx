import { DataPage } from '../pages/DataPage.tsx';
import { Exportable } from '../pages/Exportable.tsx';
import { useHref } from '../ui/links.tsx';
import type { LoadRelease } from './loadOnce.ts';
import { PageFrame } from './PageFrame.tsx';
import { type DataPageData, dataPageData } from './pageData.ts';
import { useLoaded } from './useLoaded.ts';
import { useTitle } from './useTitle.ts';

interface DataRouteProps {
  readonly loader: LoadRelease;
  /** What was loaded before the page became alive. */
  readonly given: DataPageData | null;
}

export function DataRoute({ loader, given }: DataRouteProps) {
  useTitle('Data');
  const href = useHref();
  const loaded = useLoaded(
    'data',
    async () => dataPageData(await loader()),
    given && { key: 'data', value: given },
  );
  return (
    <PageFrame loaded={loaded} label="Loading the list of sources">
      {(data) => (
        <Exportable release={data.release} scope="" address={href({ page: 'data' })}>
          <DataPage {...data} />
        </Exportable>
      )}
    </PageFrame>
  );
}
