import type { CommandName } from './cliRequest.ts';

const general = `rate-atlas: payer rates and Medicare amounts by billing code, as the pages show them.

  rate-atlas benchmark CODE   what payers pay for a code, by payer, beside Medicare
  rate-atlas medicare CODE    what Medicare pays for a code, by locality, county or state
  rate-atlas check FILE       what a file of rates or a CMS table holds, and what cannot be used
  rate-atlas ingest FILES…    a data release of one's own from published files of any size
  rate-atlas diff OLD NEW     what differs between two data releases, and why
  rate-atlas serve [DIR]      the built site on this machine

  rate-atlas COMMAND --help   the options of a command
  rate-atlas --version        version of the program

Results go to standard output, messages to standard error.
Exit codes: 0 done; 1 the release has no answer, or something of a file cannot be used; 2 bad usage.
`;

const output = `  --format table|csv|json   table for reading (default), or the exports of the page
  --data DIR                folder of the data release (default: the one of this package)
`;

const texts: Readonly<Record<CommandName, string>> = {
  benchmark: `rate-atlas benchmark CODE [--place TX] [what counts] [--format table|csv|json]

  rate-atlas benchmark 97110 --place TX
  rate-atlas benchmark 97530 --site office --files 2024-2026 --format csv > 97530.csv

  --place TX                state, DC, PR or VI (default: the nation)
  --medicare YEAR           fee schedule of the Medicare row (default: the newest)
${output}
What counts, in the words of the page's address:
  --line WORD               commercial (default), exchange, medicare-advantage, medicaid, medicare,
                            medicare-supplement, tricare, workers-comp, behavioral, unspecified
  --site WORD               hospital (default), office, all
  --basis WORD              providers (default: one vote per provider and payer), rates
  --files YEARS             2024, 2022-2026, 2022- or, with the sign, --files=-2023
  --rows all                rows that contradict their own file count too
  --method WORD             fee-schedule, negotiated, percent-of-charges, per-diem, estimate, other,
                            unstated
  --modifier GP|none        only rates with this modifier, or without any
  --type WORD               hospital, clinic
  --provider KEY            one provider or health system, as its link names it
  --outliers out            without votes flagged as implausible
  --percentiles WORD        type7 (default), type6, nearestRank
`,
  medicare: `rate-atlas medicare CODE [--place TX] [--locality NN | --county NAME] [--year YYYY]

  rate-atlas medicare 97110 --locality 18 --place TX --year 2026
  rate-atlas medicare 97110 --county "Harris, TX"

  --place TX                every locality of a state; without a place, the spread over all
  --locality NN             one locality; numbers repeat, so with --place, or as 04412-18 with
                            its contractor
  --county "Harris, TX"     the locality a county is in, by CMS's list
  --year YYYY               fee schedule (default: the newest)
  --factor nonqp|qp         conversion factor from 2026: for everyone (default), or for
                            qualifying APM participants
${output}`,
  check: `rate-atlas check FILE [--format table|csv|json]

  rate-atlas check my-rates.xlsx
  gunzip -c rates.csv.gz | rate-atlas check -

Reads a CSV or Excel workbook of rates or claim lines as the page does, a rate file of a release, or
a published file (README, "Published files it reads"), zipped or not, and says for each line that
cannot be used why. Lines read + lines left out = lines present. CMS tables are held beside the
release's. Exit code 1 when something cannot be used; that much of a published file is no rate is no
fault.

${output}`,
  ingest: `rate-atlas ingest FILES… --out DIR [--providers FILE] [--place TX]

  rate-atlas ingest hospital.csv 2026-10-01_payer_in-network-rates.json.gz --out my-release
  curl -s https://…/rates.json.gz | rate-atlas ingest - --out my-release --providers npi.csv
  RATE_ATLAS_DATA=my-release npm run build

Makes a data release of published files: hospital files (CMS templates, CSV or JSON), payer files
(Transparency in Coverage), CMS fee schedule tables, tables of one's own (CSV, Excel …), also in gzip
and zip. Forms are told by content. The site is built of the release with RATE_ATLAS_DATA=DIR
npm run build; benchmark and medicare read it with --data DIR.

  --out DIR                 folder of the release; files of a release before it there are replaced
  --providers FILE          places of providers, which payer files lack: a CSV with npi, ein or ccn
                            and state, perhaps name and system; CMS's registry of NPIs, unpacked, as
                            it comes. Several times, the first that knows a provider counts
  --place TX                where providers are that nothing else places (default: left out, counted)
  --codes FILE              a codes.csv: codes to be read besides those of the catalogue
  --aliases FILE            a payer-aliases.csv to read payers' names by
  --date YYYY-MM-DD         date of the release, and of files that state none (default: the newest
                            date of the files)
  --votes WORD              payees (default: one vote for each tax id or other number that is paid,
                            in each place), npis (one for each NPI behind it)
  --memory SIZE             what the database may hold before it spills to disk (default: 128MB)
  --temp DIR                where it spills (default: the system's place)
  --report FILE             the account of every file, with its problems, as JSON
  --progress                progress on standard error where it is no terminal, too

What became of each file is printed on standard error: read + left out = present. Exit codes: 0 all
files were read; 1 a file was refused or has lines that cannot be read, or there is no rate; 2 bad
usage.
`,
  diff: `rate-atlas diff OLD NEW [--format table|csv|json]

  rate-atlas diff public/data my-release
  rate-atlas diff last-month this-month --format csv > moved.csv

Compares two releases by their folders: codes, places, payers and files that came or went; default
figures that moved, with the rates that came or went with files or within them; Medicare amounts.
The table shows the 40 figures that moved most.

  --format table|csv|json   table for reading (default), or all of it
`,
  serve: `rate-atlas serve [DIR] [--port N]

Serves a built site on 127.0.0.1 as a static host would, until Ctrl+C.

  DIR                       folder of the site (default: dist of this package)
  --port N                  port (default: the first free one from 4173)
`,
};

/** What can be typed, of one command or of all. */
export function helpText(of: CommandName | null): string {
  return of === null ? general : texts[of];
}
