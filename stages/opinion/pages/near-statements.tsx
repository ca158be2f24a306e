import type { Reader } from '../../../platform/http/index.ts'
import { HiddenField, List } from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { NearStatement } from '../near.ts'
import { langOf } from './answer-form.tsx'

export type NearStatementsProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly near: readonly NearStatement[]
}

/** What others have said that is near. Stands inside the form: with what she sends goes what she has seen. Also sent alone, while somebody types. */
export function NearStatements({ reader, say, slug, near }: NearStatementsProps) {
  if (near.length === 0) return <p class="fm-muted">{say('near.none')}</p>
  return (
    <>
      <p>
        <strong>{say('near.count', { count: near.length })}</strong> {say('near.lead')}
      </p>
      <List
        items={near.map(({ statement, words }) => (
          <div class="fm-stack fm-stack--2">
            <p lang={langOf(statement)}>{statement.text}</p>
            <p class="fm-mini">
              {say('near.shares', { words: words.join(', ') })} ·{' '}
              <a href={reader.to('opinion.statement', { problem: slug, number: statement.number })}>
                {say('near.vote')}
                <span class="fm-vh">: {statement.text}</span>
              </a>
            </p>
          </div>
        ))}
      />
      <HiddenField name="seen" value={near.map(({ statement }) => statement.number).join(' ')} />
    </>
  )
}
