import { useMemo } from 'react';
import { Exportable } from '../pages/Exportable.tsx';
import { HomePage } from '../pages/HomePage.tsx';
import { useHref } from '../ui/links.tsx';
import type { LoadRelease } from './loadOnce.ts';
import { PageFrame } from './PageFrame.tsx';
import { type HomeData, homeData } from './pageData.ts';
import { readRecentCodes } from './recentCodes.ts';
import { useStored } from './stored.ts';
import { useLoaded } from './useLoaded.ts';
import { useTitle } from './useTitle.ts';

interface HomeRouteProps {
  readonly loader: LoadRelease;
  /** What came inside the page's own file. */
  readonly given: HomeData | null;
}

export function HomeRoute({ loader, given }: HomeRouteProps) {
  useTitle('');
  const loaded = useLoaded(
    'home',
    async () => homeData(await loader()),
    given && { key: 'home', value: given },
  );
  return (
    <PageFrame loaded={loaded} label="Loading the catalogue">
      {(data) => <Home data={data} />}
    </PageFrame>
  );
}

function Home({ data }: { readonly data: HomeData }) {
  const headlines = useMemo(
    () => new Map(data.headlines.map((headline) => [headline.code, headline])),
    [data],
  );
  const stored = useStored('recent');
  const recent = useMemo(() => readRecentCodes(stored), [stored]);
  const href = useHref();
  return (
    <Exportable release={data.release} scope="" address={href({ page: 'home' })}>
      <HomePage {...data} headlines={headlines} recent={recent} />
    </Exportable>
  );
}
