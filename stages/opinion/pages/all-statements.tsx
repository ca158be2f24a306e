import type { Choice } from '@folkmoot/tally/tally.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { Details, List, Section, Small } from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { SaidAlike } from '../said-alike.ts'
import type { Statement } from '../store.ts'
import { langOf } from './answer-form.tsx'

export type AllStatementsProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly alike: readonly SaidAlike[]
  readonly mine: ReadonlyMap<string, Choice>
}

/** Every statement, and beside it what the reader said of it; what many wrote in nearly the same words as one, with the others behind it. */
export function AllStatements(props: AllStatementsProps) {
  const { say, alike } = props
  if (alike.length === 0) return null
  const items = alike.map(({ first, others, people }) => (
    <>
      <One {...props} one={first} />
      {others.length > 0 ? (
        <Details summary={say('alike.said-by', { people, statements: others.length + 1 })}>
          <List
            isTight
            items={others.map((one) => (
              <One {...props} one={one} />
            ))}
          />
        </Details>
      ) : null}
    </>
  ))
  return (
    <Section id="all" title={say('vote.all-statements')}>
      <List items={items} isTight />
    </Section>
  )
}

function One({ reader, say, slug, mine, one }: AllStatementsProps & { readonly one: Statement }) {
  const choice = mine.get(one.id)
  return (
    <>
      <a href={reader.to('opinion.statement', { problem: slug, number: one.number })} lang={langOf(one)}>
        {one.text}
      </a>
      {choice ? <Small>{say('statement.mine', { choice })}</Small> : null}
    </>
  )
}
