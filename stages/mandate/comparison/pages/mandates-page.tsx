import { Empty, Head, Table, type Column } from '../../../../ui/index.ts'
import type { MandateWriter } from '../../pages/lines.ts'
import { movedWords } from '../../moved/messages/words.ts'
import type { ComparedRow } from '../rows.ts'

export type MandatesPageProps = MandateWriter & {
  readonly columns: readonly Column[]
  readonly rows: readonly ComparedRow[]
}

/** All mandates of a place beside each other, the newest first. */
export function MandatesPage({ reader, say, columns, rows }: MandatesPageProps) {
  return (
    <>
      <Head title={say('mandates.title')} lead={say('mandates.lead')} />
      {rows.length === 0 ? (
        <Empty title={say('mandates.none')} level={2}>
          <p>{say('page.none-next')}</p>
        </Empty>
      ) : (
        <>
          <Table
            caption={say('mandates.title')}
            isCaptionHidden
            columns={columns}
            rows={rows.map(({ slug, cells: [question, ...rest] }) => ({
              cells: [<a href={reader.to('mandate.page', { problem: slug })}>{question}</a>, ...rest],
            }))}
          />
          <p class="fm-small">
            <a href={reader.to('mandates.table')}>{say('mandates.csv')}</a>
          </p>
        </>
      )}
      <p class="fm-small">
        <a href={reader.to('mandates.moved')}>{movedWords.say(reader.lang)('place.title')}</a>
      </p>
      <p class="fm-small">
        <a href={reader.to('mandates.rules')}>{say('mandates.rules-link')}</a>
      </p>
    </>
  )
}
