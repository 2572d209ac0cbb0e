import { placesWithRates } from '../domain/placesWithRates.ts';
import { firstCompareChoice } from '../pages/compareChoice.ts';
import { MarketCompare } from '../pages/MarketCompare.tsx';
import { contractMarketTables } from './contractMarketTables.ts';
import type { LoadRelease } from './loadOnce.ts';
import type { OpenFile } from './ownFileStore.ts';
import { PageFrame } from './PageFrame.tsx';
import { useKept } from './useKept.ts';
import { useLoaded } from './useLoaded.ts';

/** Published rates compared, with or without a file of the user's. The requests name states, never codes. */
export function CompareMarkets({ loader, own }: { readonly loader: LoadRelease; readonly own: OpenFile }) {
  const [choice, setChoice] = useKept('compare', firstCompareChoice);
  const loaded = useLoaded('compare', async () => {
    const files = await loader();
    const [release, catalogue, schedule] = await Promise.all([
      files.release(),
      files.catalogue(),
      files.schedule(),
    ]);
    return { release, codes: catalogue.codes, schedule, available: placesWithRates(release) };
  });
  const desk = own.view.desk;
  const available = loaded.value?.available ?? [];
  const places = choice.places ?? (desk && available.includes(desk.place) ? [desk.place] : []);
  const markets = useLoaded(places.length > 0 ? places.join(' ') : null, async () => {
    const files = await loader();
    return Promise.all(
      places.map(async (place) => ({ place, tables: await contractMarketTables(files, place) })),
    );
  });
  const contract = own.rates?.contract;
  return (
    <PageFrame loaded={loaded} label="Loading the code list">
      {(data) => (
        <MarketCompare
          {...data}
          choice={choice}
          onChoice={setChoice}
          places={places}
          markets={markets.value}
          error={markets.error}
          onRetry={markets.retry}
          own={contract && desk && own.rates ? { contract, desk, fileName: own.rates.fileName } : null}
        />
      )}
    </PageFrame>
  );
}
