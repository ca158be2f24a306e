import { countsOf, dissentOf } from '../../../../platform/directory/votes/saying.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  ButtonLink,
  Clock,
  Form,
  HiddenField,
  Panel,
  Prose,
  Section,
  Stack,
  StateTag,
  VoteCounts,
  type IconName,
  type TagColor,
} from '../../../../ui/index.ts'
import type { Outcome } from '../rules.ts'
import type { BodyAnswer } from '../store.ts'
import type { SayAgenda } from '../../agenda/messages/words.ts'
import type { SayAnswers } from '../messages/words.ts'
import type { Debt } from '../owing.ts'
import type { Way } from '../way.ts'

export type DebtsProps = {
  readonly reader: Reader
  readonly say: SayAnswers
  readonly sayRule: SayAgenda
  readonly now: Temporal.Instant
  readonly way: Way
}

/** What a body owes for this problem and by when, and what it has answered by its recorded vote. */
export function Debts(props: DebtsProps) {
  const { say, way } = props
  if (way.debts.length === 0) return null
  const isOpen = way.debts.some(({ answeredAt }) => answeredAt === null)
  return (
    <Section id="owed" title={say(isOpen ? 'owed.title' : 'owed.title-answered')}>
      {way.problem.sponsors.length > 0 && isOpen ? <p class="fm-text fm-small">{say('owed.not-silenced')}</p> : null}
      {way.debts.map((debt) => (
        <OneDebt {...props} debt={debt} />
      ))}
    </Section>
  )
}

type DebtProps = DebtsProps & { readonly debt: Debt }

function OneDebt(props: DebtProps) {
  const { reader, say, sayRule, now, way, debt } = props
  const { answers, agenda, problem } = way
  const mine = answers.filter(({ number }) => number === debt.number)
  const given = mine.find(({ confirmedAt }) => confirmedAt !== null)
  const waiting =
    debt.answeredAt === null ? mine.find((answer) => voteOf(way, answer)?.confirmedAt === null) : undefined
  const lost = mine.filter((answer) => voteOf(way, answer)?.isCarried === false && answer !== waiting)
  const owes = agenda?.rule.rungs[debt.rung - 1]?.owes ?? 'decision'
  return (
    <Stack gap="2">
      <p class="fm-text" id={`owed-${debt.number}`}>
        {say(debt.answeredAt === null ? 'owed.line' : 'owed.line-given', {
          body: bodyName(way, debt.body),
          owes: sayRule(`owes.${owes}`),
          count: debt.supports,
        })}
      </p>
      <Asked {...props} />
      <p class="fm-mini">
        {say(debt.referredFrom === null ? 'owed.since' : 'owed.referred', { day: reader.time.day(debt.reachedAt) })}
      </p>
      {debt.answeredAt === null ? <DebtClock reader={reader} due={debt.dueAt} now={now} /> : null}
      {given ? <Given {...props} answer={given} /> : null}
      {waiting ? <WaitingRecord {...props} answer={waiting} /> : null}
      {lost.map((answer) => (
        <p class="fm-small">{say('owed.lost', { day: dayOf(props, answer) })}</p>
      ))}
      {way.may.record.has(debt.number) ? (
        <p>
          <ButtonLink
            variant="secondary"
            href={reader.to('problem.answering', { problem: problem.slug, number: debt.number })}
          >
            {say(waiting ? 'owed.record-anew' : 'owed.record')}
          </ButtonLink>
        </p>
      ) : null}
    </Stack>
  )
}

/** Where the question was put differently since: which words the body owes its answer to. */
function Asked({ say, way, debt }: DebtProps) {
  const question = way.asked.get(debt.framing)
  if (question === undefined || question === way.problem.question) return null
  return (
    <p class="fm-small">
      {say('owed.asked', { question })}{' '}
      <a class="fm-link" href={`#framing-${debt.framing}`}>
        {say('owed.asked-version', { number: debt.framing })}
      </a>
    </p>
  )
}

/** When the answer is due: the ring, the number and the words say it. */
export function DebtClock({
  reader,
  due,
  now,
}: {
  readonly reader: Reader
  readonly due: Temporal.Instant
  readonly now: Temporal.Instant
}) {
  const days = reader.time.daysLeft(due)
  const isLate = Temporal.Instant.compare(due, now) < 0
  return (
    <Clock
      state={isLate ? 'late' : days === 0 ? 'today' : days <= 7 ? 'soon' : 'ok'}
      number={String(Math.abs(days))}
      words={reader.time.left(due)}
      date={reader.time.deadline(due)}
    />
  )
}

export const outcomeLooks: Readonly<Record<Outcome, { readonly icon: IconName; readonly color: TagColor }>> = {
  'taken-up': { icon: 'agree', color: 'success' },
  refused: { icon: 'disagree', color: 'danger' },
  referred: { icon: 'refer', color: 'info' },
  given: { icon: 'document', color: 'success' },
}

type AnswerProps = DebtProps & { readonly answer: BodyAnswer }

function Given(props: AnswerProps) {
  const { reader, say, answer, debt } = props
  const isLate = debt.answeredAt !== null && Temporal.Instant.compare(debt.answeredAt, debt.dueAt) > 0
  return (
    <Panel>
      <p>
        <StateTag {...outcomeLooks[answer.outcome]}>{say(`outcome.${answer.outcome}`)}</StateTag>
      </p>
      <p class="fm-small">
        {say('owed.answered', { day: dayOf(props, answer) })}{' '}
        {isLate ? say('owed.answered-late', { day: reader.time.day(debt.dueAt) }) : ''}
      </p>
      <AnswerWords {...props} />
    </Panel>
  )
}

/** The reason, who takes it up or to whom it goes, and the vote with its reference. */
function AnswerWords(props: AnswerProps) {
  const { reader, say, sayRule, way, answer } = props
  const sponsor = answer.sponsor && way.people.get(answer.sponsor)
  const vote = voteOf(way, answer)
  return (
    <>
      <Prose text={answer.reason} lang={answer.language} />
      {sponsor ? (
        <p class="fm-small">
          {say('owed.sponsor')} <a href={reader.to('person', { person: sponsor.slug })}>{sponsor.name}</a>.{' '}
          {say('owed.mandate-next')}
        </p>
      ) : null}
      {answer.outcome === 'referred' ? (
        <p class="fm-small">
          {say('owed.referred-to', {
            body: receiverOf(way, answer),
          })}
        </p>
      ) : null}
      <HandOn {...props} />
      {answer.outcome === 'refused' && way.again && way.agenda ? (
        <p class="fm-small">
          {say('owed.again', { day: reader.time.day(way.again) })}{' '}
          {way.agenda.rule.againWithNewFacts ? sayRule('again.new-facts') : ''}
        </p>
      ) : null}
      {vote ? (
        <>
          <VoteCounts {...countsOf(reader.lang, vote)} />
          <p class="fm-mini">{say('owed.reference', { reference: vote.reference })}</p>
          {vote.dissent ? <p class="fm-small">{dissentOf(reader.lang, vote)}</p> : null}
        </>
      ) : null}
    </>
  )
}

/** To whom a body has referred a problem: a body here, another place, or somebody by name. */
function receiverOf(way: Way, { referredBody, referredPlace, referredName }: BodyAnswer): string {
  if (referredBody !== null) return bodyName(way, referredBody)
  return way.places.find(({ id }) => id === referredPlace)?.name ?? referredName
}

/** The body has referred it to another place: a politician asks that place in one press, with the body's own reason. */
function HandOn({ reader, say, way, answer }: AnswerProps) {
  const place = way.places.find(({ id }) => id === answer.referredPlace)
  if (!place || answer.confirmedAt === null || !way.mayHandTo.includes(place.id)) return null
  const { slug } = way.problem
  return (
    <Form action={reader.to('problem.hand-over', { problem: slug })} label={say('owed.hand-on', { place: place.name })}>
      <p class="fm-small">{say('owed.hand-on-lead', { place: place.name })}</p>
      <HiddenField name="to" value={place.id} />
      <HiddenField name="reason" value={answer.reason.slice(0, mostReason)} />
      <Button variant="secondary">{say('owed.hand-on', { place: place.name })}</Button>
    </Form>
  )
}

/** As much as a hand-over carries of it. */
const mostReason = 2000

function WaitingRecord(props: AnswerProps) {
  const { reader, say, way, answer, debt } = props
  return (
    <Panel>
      <p>
        <StateTag icon="clock" color="brand1">
          {say('owed.waits', { outcome: say(`outcome.${answer.outcome}`) })}
        </StateTag>
      </p>
      <AnswerWords {...props} />
      {way.may.confirm.has(answer.resolution) ? (
        <Form
          action={reader.to('problem.confirm-answer', { problem: way.problem.slug, number: debt.number })}
          label={say('owed.confirm')}
        >
          <p class="fm-small">{say('owed.confirm-lead')}</p>
          <HiddenField name="resolution" value={answer.resolution} />
          <Button>{say('owed.confirm')}</Button>
        </Form>
      ) : (
        <p class="fm-small">{say('owed.chair-confirms')}</p>
      )}
    </Panel>
  )
}

function voteOf({ votes }: Way, { resolution }: BodyAnswer) {
  return votes.find(({ id }) => id === resolution)
}

function dayOf({ reader, way }: DebtProps, answer: BodyAnswer): string {
  const day = voteOf(way, answer)?.decidedOn
  return day ? reader.time.day(day) : reader.common('unknown')
}

export function bodyName({ bodies }: Pick<Way, 'bodies'>, id: Debt['body']): string {
  return bodies.find((body) => body.id === id)?.name ?? ''
}
