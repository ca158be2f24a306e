import type { Reader } from '../../../../platform/http/index.ts'
import { List } from '../../../../ui/index.ts'
import type { NearProblem } from '../../stems/near.ts'
import type { SayRaising } from '../messages/words.ts'

export type NearListProps = {
  readonly reader: Reader
  readonly say: SayRaising
  readonly near: readonly NearProblem[]
  readonly lead: string
  /** "Join this one"; staff open it. */
  readonly act: string
}

/** Problems that are near, each with the reason why it is thought so. Also sent alone, while somebody types. */
export function NearList({ reader, say, near, lead, act }: NearListProps) {
  // Words are compared, not meanings: that nothing was found does not say that nobody has raised it.
  if (near.length === 0)
    return (
      <p class="fm-muted">
        {say('near.none')}{' '}
        <a class="fm-link" href={reader.to('cases')}>
          {say('near.all')}
        </a>
      </p>
    )
  return (
    <>
      <p>
        <strong>{say('near.count', { count: near.length })}.</strong> {lead}
      </p>
      <List
        items={near.map(({ problem, words, metres }) => (
          <div class="fm-stack fm-stack--2">
            <h3 class="fm-h-mid" lang={problem.language}>
              {problem.question}
            </h3>
            <p class="fm-mini">
              {say('near.shares', { words: words.join(', ') })}
              {metres === null
                ? ''
                : ` · ${say('near.away', { metres: Math.max(100, Math.round(metres / 100) * 100) })}`}
            </p>
            <p>
              <a class="fm-link" href={reader.to('problem.page', { problem: problem.slug })}>
                {act}
                <span class="fm-vh">: {problem.question}</span>
              </a>
            </p>
          </div>
        ))}
      />
    </>
  )
}
