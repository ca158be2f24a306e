import type { Reader } from '../../../platform/http/index.ts'
import { Head, Prose, Table } from '../../../ui/index.ts'
import type { SayArena } from '../messages/words.ts'
import type { ToldGroup } from '../told-store.ts'

export type ToldPageProps = {
  readonly say: SayArena
  readonly reader: Reader
  readonly question: string
  readonly groups: readonly ToldGroup[]
}

/** Who took part in a case told from sources: groups and sizes, never names. */
export function ToldPage({ say, reader, question, groups }: ToldPageProps) {
  const sources = [...new Set(groups.map((group) => group.source))]
  return (
    <>
      <Head eyebrow={question} title={say('page.title')} lead={say('page.told')} />
      {groups.length === 0 ? (
        <p>{reader.common('unknown')}</p>
      ) : (
        <div class="fm-text">
          <Table
            caption={say('page.title')}
            isCaptionHidden
            columns={[{ label: say('page.told-group') }, { label: say('page.told-count'), isNumber: true }]}
            rows={groups.map(({ words, count }) => ({
              cells: [words, count === null ? reader.common('unknown') : String(count)],
            }))}
          />
        </div>
      )}
      {sources.map((source) => (
        <Prose text={`${reader.common('source')}: ${source}`} size="small" />
      ))}
    </>
  )
}
