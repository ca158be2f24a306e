import { Empty, ErrorSummary, Head, Said, Section } from '../../../../ui/index.ts'
import { dayOf, type Round } from '../rules.ts'
import type { MeetingQuestion } from '../store.ts'
import { AskForm } from './ask-form.tsx'
import { OneQuestion } from './one-question.tsx'
import type { QuestionsPageProps } from './questions-props.ts'

const rounds: readonly Round[] = ['response', 'return']

/** What is put to the politicians at both meetings, and what they reply. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { reader, say, errors, problem, pack, mayAsk } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('page.title')}
        lead={say('page.lead')}
      >
        {pack.source === null && pack.meetingOn && pack.returnOn ? (
          <p>
            <a href={reader.to('decision.calendar', { problem: problem.slug })}>{say('round.calendar')}</a>
          </p>
        ) : null}
      </Head>
      {pack.source !== null ? (
        <Empty title={say('page.told')} level={2}>
          {say('page.told-next')}
        </Empty>
      ) : pack.meetingOn === null || pack.returnOn === null ? (
        <Empty title={say('page.no-days')} level={2}>
          {say('page.no-days-next')}
        </Empty>
      ) : (
        rounds.map((round) => <OfRound {...props} round={round} />)
      )}
      {mayAsk ? <AskForm {...props} round={mayAsk} /> : null}
    </>
  )
}

function OfRound(props: QuestionsPageProps & { readonly round: Round }) {
  const { reader, say, pack, questions, round } = props
  const day = dayOf(pack, round)
  const isOver = day !== null && reader.time.daysLeft(day) < 0
  const asked = questions.filter((question) => question.round === round)
  return (
    <Section id={round} title={say(`round.${round}`)} lead={standing(props, asked)}>
      {asked.length === 0 && isOver ? null : asked.length === 0 ? (
        <Empty title={say('round.none')}>{say('round.none-next')}</Empty>
      ) : (
        asked.map((question) => <OneQuestion {...props} question={question} />)
      )}
    </Section>
  )
}

/** When the meeting is; after it, how many questions still have no reply. */
function standing(
  { reader, say, pack, round }: QuestionsPageProps & { readonly round: Round },
  asked: readonly MeetingQuestion[],
): string {
  const day = dayOf(pack, round)
  const open = asked.filter(({ reply }) => reply === null).length
  if (day === null) return ''
  if (reader.time.daysLeft(day) >= 0) return say('round.coming', { day: reader.time.weekday(day) })
  if (asked.length === 0) return say('round.held', { day: reader.time.weekday(day) })
  return open > 0
    ? say('round.unanswered', { open, count: asked.length })
    : say('round.answered', { count: asked.length })
}
