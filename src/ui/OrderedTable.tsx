import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { afterFrame } from './afterFrame.ts';
import { DataTable } from './DataTable.tsx';

/**
 * A table whose order is the page's to keep. It stands in a new order by itself and tells the page after that frame: in
 * all else the page is as it was, and looking through it would hold back the rows.
 */
export function OrderedTable({ sort, onSort, ...props }: ComponentProps<typeof DataTable>) {
  const [told, hear] = useState(sort);
  const [own, setOwn] = useState(sort);
  const callOff = useRef(() => {});
  // By the time it is told the page may have made another view of it.
  const tell = useRef(onSort);
  useEffect(() => {
    tell.current = onSort;
  });
  useEffect(() => () => callOff.current(), []);
  if (told?.column !== sort?.column || told?.descending !== sort?.descending) {
    hear(sort);
    setOwn(sort);
  }
  return (
    <DataTable
      {...props}
      sort={own}
      onSort={(next) => {
        setOwn(next);
        callOff.current();
        callOff.current = afterFrame(() => tell.current(next));
      }}
    />
  );
}
