import { encode } from 'uqr';

/** Modules of white a reader needs around the code: QR Code, ISO/IEC 18004, quiet zone. */
const quiet = 4;

/** A link as a QR code, for a phone held over the paper. Dark on white in either theme: readers expect it so. */
export function QrCode(props: { readonly text: string; readonly label: string; readonly size: number }) {
  const { size, data } = encode(props.text, { ecc: 'M', border: quiet });
  return (
    <svg
      width={props.size}
      height={props.size}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={props.label}
    >
      <path fill="white" d={`M0 0h${size}v${size}h-${size}Z`} />
      <path fill="black" d={runsOf(data)} />
    </svg>
  );
}

/** The dark modules as one path of level runs: hundreds of squares would show hairlines between them on paper. */
function runsOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1]) return [];
        const end = row.indexOf(false, x);
        const width = (end < 0 ? row.length : end) - x;
        return [`M${x} ${y}h${width}v1h-${width}Z`];
      }),
    )
    .join('');
}
