import type { Cell } from '@folkmoot/tally/suppress.ts'
import type { Child } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import { ShareBar, Table } from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { StatementResult } from '../results.ts'
import { langOf } from './answer-form.tsx'

export type ResultsTableProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly results: readonly StatementResult[]
  /** On the page of the one statement there is: no link to itself. */
  readonly isItsPage?: boolean
}

/** Every number with its words; what must stay hidden says why. */
export function ResultsTable({ reader, say, slug, results, isItsPage = false }: ResultsTableProps) {
  return (
    <Table
      caption={say('results.caption')}
      isCaptionHidden
      columns={[
        { label: say('results.statement') },
        { label: say('results.share') },
        { label: say('choice.agree'), isNumber: true },
        { label: say('choice.disagree'), isNumber: true },
        { label: say('choice.pass'), isNumber: true },
        { label: say('results.voters'), isNumber: true },
      ]}
      rows={results.map((result) => ({
        cells: [titleOf({ reader, slug, isItsPage }, result), ...cellsOf(say, reader.lang, result)],
      }))}
    />
  )
}

/** The words of the statement, leading to its page. */
export function titleOf(
  { reader, slug, isItsPage }: Pick<ResultsTableProps, 'reader' | 'slug' | 'isItsPage'>,
  { statement }: StatementResult,
): Child {
  if (isItsPage) return <span lang={langOf(statement)}>{statement.text}</span>
  return (
    <a href={reader.to('opinion.statement', { problem: slug, number: statement.number })} lang={langOf(statement)}>
      {statement.text}
    </a>
  )
}

function cellsOf(say: SayOpinion, lang: string, { published, share }: StatementResult): readonly Child[] {
  if (published.kind === 'none') return [say('results.withheld'), '–', '–', '–', say('results.none')]
  const number = (cell: Cell): string => (typeof cell === 'number' ? cell.toLocaleString(lang) : say(`results.${cell}`))
  const { agree, disagree, pass, voters } = published
  return [
    share === null ? (
      say('results.withheld')
    ) : (
      <ShareBar share={share} words={say('results.share-value', { share: Math.round(share * 100) / 100 })} />
    ),
    number(agree),
    number(disagree),
    number(pass),
    number(voters),
  ]
}
