import { provedShareOf, splitOf } from '@folkmoot/tally/by-level.ts'
import { choices, emptyTally, type Tally } from '@folkmoot/tally/tally.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { Table } from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'
import { titleOf } from '../pages/results-table.tsx'
import type { StatementResult } from '../results.ts'
import type { Proved } from './store.ts'

type LevelsPartProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly voters: number
  readonly proved: Proved
  readonly results: readonly StatementResult[]
}

/** Of a closed vote: how many had proved who they are, and whether they answered as the others did. */
export function LevelsPart({ reader, say, slug, voters, proved, results }: LevelsPartProps) {
  const share = provedShareOf(voters, proved.voters)
  const split = results.flatMap((result) => {
    const whole = wholeOf(result)
    const parts = whole && splitOf(whole, proved.tallies.get(result.statement.id) ?? emptyTally)
    return parts ? [{ result, parts }] : []
  })
  const number = (count: number): string => count.toLocaleString(reader.lang)
  return (
    <section class="fm-stack" aria-labelledby="levels">
      <h2 id="levels">{say('levels.title')}</h2>
      <p>{typeof share === 'number' ? say('levels.some', { proved: share, voters }) : say(`levels.${share}`)}</p>
      {typeof share === 'number' && split.length === 0 ? <p>{say('levels.none')}</p> : null}
      {split.length > 0 ? (
        <>
          <p>{say('levels.rule')}</p>
          <Table
            caption={say('levels.caption')}
            isCaptionHidden
            columns={[
              { label: say('results.statement') },
              ...(['proved', 'others'] as const).flatMap((side) =>
                choices.map((choice) => ({
                  label: say(`levels.${side}`, { choice: say(`choice.${choice}`) }),
                  isNumber: true,
                })),
              ),
            ]}
            rows={split.map(({ result, parts: { proved, others } }) => ({
              cells: [
                titleOf({ reader, slug, isItsPage: false }, result),
                ...[proved, others].flatMap((part) => choices.map((choice) => number(part[choice]))),
              ],
            }))}
          />
        </>
      ) : null}
    </section>
  )
}

/** The whole result, where all of it is shown. */
function wholeOf({ published }: StatementResult): Tally | undefined {
  if (published.kind !== 'shown') return undefined
  const { agree, disagree, pass } = published
  return typeof agree === 'number' && typeof disagree === 'number' && typeof pass === 'number'
    ? { agree, disagree, pass }
    : undefined
}
