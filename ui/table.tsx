import type { Child } from 'hono/jsx'

export type Column = {
  readonly label: string
  /** Numbers stand at the end of their cell. */
  readonly isNumber?: boolean | undefined
  /** `least`: its words stay on one line; `most`: it takes the room that is left. */
  readonly width?: 'least' | 'most' | undefined
}

export type TableRow = {
  readonly id?: string | undefined
  /** One cell a column; the first names the row. */
  readonly cells: readonly Child[]
}

export type TableProps = {
  readonly caption: string
  readonly isCaptionHidden?: boolean | undefined
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
}

/**
 * A table; on a phone a list of labelled values. The roles are written out, because a browser forgets that a
 * table is one as soon as its display changes.
 */
export function Table({ caption, isCaptionHidden, columns, rows }: TableProps) {
  return (
    <div class="fm-tablewrap">
      <table class="fm-table" role="table">
        <caption class={isCaptionHidden ? 'fm-vh' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ label, isNumber, width }) => (
              <th scope="col" role="columnheader" class={cellClass({ isNumber, width })}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <Row row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row, columns }: { readonly row: TableRow; readonly columns: readonly Column[] }) {
  return (
    <tr role="row" id={row.id}>
      {row.cells.map((cell, i) =>
        i === 0 ? (
          <th scope="row" role="rowheader" class={cellClass(columns[i])}>
            {cell}
          </th>
        ) : (
          <td role="cell" class={cellClass(columns[i])}>
            {/* seen on a phone only; a reader of the screen hears the column's head instead */}
            <span class="fm-table__label" aria-hidden="true">
              {columns[i]?.label}
            </span>
            <span class="fm-table__cell">{cell}</span>
          </td>
        ),
      )}
    </tr>
  )
}

function cellClass(column: Pick<Column, 'isNumber' | 'width'> | undefined): string | undefined {
  if (column?.isNumber) return 'is-number'
  return column?.width === undefined ? undefined : `is-${column.width}`
}
