import type { Choice } from '@folkmoot/tally/tally.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { ButtonLink, Empty, Head, Table } from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { Statement } from '../store.ts'
import { langOf } from './answer-form.tsx'

export type MinePageProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly question: string
  /** Null when voting has closed. */
  readonly closesAt: Temporal.Instant | null
  readonly votes: readonly { readonly statement: Statement; readonly choice: Choice }[]
}

/** One's own votes, seen by nobody else. */
export function MinePage({ reader, say, slug, question, closesAt, votes }: MinePageProps) {
  const lead = closesAt ? say('mine.lead', { deadline: reader.time.deadline(closesAt) }) : say('mine.lead-closed')
  return (
    <div class="fm-stack fm-stack--8">
      <Head eyebrow={question} title={say('mine.title')} lead={lead} />
      {votes.length === 0 ? (
        <Empty
          level={2}
          title={say('mine.none')}
          action={
            <ButtonLink href={reader.to('opinion.statements', { problem: slug })}>{say('crumb.statements')}</ButtonLink>
          }
        >
          {say('mine.none-next')}
        </Empty>
      ) : (
        <Table
          caption={say('mine.title')}
          isCaptionHidden
          columns={[{ label: say('mine.statement') }, { label: say('mine.answer') }, { label: say('mine.change') }]}
          rows={votes.map(({ statement, choice }) => ({
            cells: [
              <span lang={langOf(statement)}>{statement.text}</span>,
              say(`choice.${choice}`),
              <a href={reader.to('opinion.statement', { problem: slug, number: statement.number })}>
                {say(closesAt ? 'mine.change-number' : 'mine.see-number', { number: statement.number })}
              </a>,
            ],
          }))}
        />
      )}
    </div>
  )
}
