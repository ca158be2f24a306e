import type { Child } from 'hono/jsx'
import { Empty, Head, Stack, Table } from '../../../ui/index.ts'
import type { SayOwed } from '../messages/words.ts'

export type FigurePageProps = {
  readonly say: SayOwed
  readonly title: string
  readonly meaning: string
  /** The figure itself, in words. */
  readonly value: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Child[])[]
  /** How many there are in all; the rest is in the table for spreadsheets. */
  readonly count: number
  readonly tableHref: string
}

/** The rows one figure counts, so that anybody can count them again. */
export function FigurePage({ say, title, meaning, value, columns, rows, count, tableHref }: FigurePageProps) {
  return (
    <Stack gap="8">
      <Head title={title} lead={meaning}>
        <p class="fm-big">{value}</p>
      </Head>
      {rows.length === 0 ? (
        <Empty title={say('figures.no-rows')} level={2}>
          {say('figures.no-rows-text')}
        </Empty>
      ) : (
        <>
          {count > rows.length ? <p class="fm-small">{say('shown', { shown: rows.length, all: count })}</p> : null}
          <Table
            caption={say('figures.rows', { count })}
            columns={columns.map((label) => ({ label }))}
            rows={rows.map((cells) => ({ cells }))}
          />
        </>
      )}
      <p>
        <a class="fm-link" href={tableHref}>
          {say('figures.table')}
        </a>
      </p>
    </Stack>
  )
}
