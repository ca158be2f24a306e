import type { Child } from 'hono/jsx'
import { choices, type Choice } from '@folkmoot/tally/tally.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { hiddenWords } from '../../../platform/moderation/index.ts'
import { Actions, Button, ButtonLink, Details, Empty, Form, Head, Section, Table } from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { Statement } from '../store.ts'
import { langOf } from './answer-form.tsx'
import { SentStatements, type SentLine } from './sent-statements.tsx'

export type OwnVote = { readonly statement: Statement; readonly choice: Choice; readonly isHidden: boolean }

export type MinePageProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly question: Child
  /** Null when voting has closed. */
  readonly closesAt: Temporal.Instant | null
  readonly votes: readonly OwnVote[]
  /** What she wrote and others cannot read. */
  readonly sent: readonly SentLine[]
}

/** One's own votes, seen by nobody else, each changed where it stands; and what became of one's statements that wait. */
export function MinePage(props: MinePageProps) {
  const { reader, say, slug, question, closesAt, votes, sent } = props
  const lead = closesAt ? say('mine.lead', { deadline: reader.time.deadline(closesAt) }) : say('mine.lead-closed')
  return (
    <div class="fm-stack fm-stack--8">
      <Head eyebrow={question} title={say('mine.title')} lead={lead} />
      {sent.length > 0 ? (
        <Section id="sent" title={say('mine.sent')}>
          <SentStatements {...{ reader, say, sent }} />
        </Section>
      ) : null}
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
          columns={[{ label: say('mine.statement') }, { label: say('mine.answer') }]}
          rows={votes.map((vote) => ({
            cells: [
              <Words {...props} vote={vote} />,
              <>
                {say(`choice.${vote.choice}`)}
                <Change {...props} vote={vote} />
              </>,
            ],
          }))}
        />
      )}
    </div>
  )
}

type OfVote = MinePageProps & { readonly vote: OwnVote }

function Words({ reader, slug, vote: { statement, isHidden } }: OfVote) {
  return (
    <a
      id={`statement-${statement.number}`}
      href={reader.to('opinion.statement', { problem: slug, number: statement.number })}
      lang={isHidden ? undefined : langOf(statement)}
    >
      {isHidden ? hiddenWords : statement.text}
    </a>
  )
}

/** Folded, so that two hundred answers are not six hundred stops of the tab key. */
function Change({ reader, say, slug, closesAt, vote: { statement, choice: present, isHidden } }: OfVote) {
  const { number } = statement
  if (!closesAt) return null
  if (isHidden || statement.isTakenOut) return <p class="fm-mini">{say('mine.no-change')}</p>
  return (
    <Details
      summary={
        <>
          {say('mine.change')}
          <span class="fm-vh" lang={langOf(statement)}>
            : {statement.text}
          </span>
        </>
      }
    >
      <Form
        action={reader.to('opinion.change', { problem: slug, number })}
        label={say('mine.change-number', { number })}
      >
        <Actions>
          {choices
            .filter((choice) => choice !== present)
            .map((choice) => (
              <Button size="sm" variant="secondary" name="choice" value={choice}>
                {say(`choice.${choice}`)}
              </Button>
            ))}
        </Actions>
      </Form>
    </Details>
  )
}
