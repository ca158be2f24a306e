import type { Reader } from '../../../../platform/http/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  DateField,
  Details,
  Empty,
  ErrorSummary,
  Form,
  Head,
  List,
  Radios,
  Said,
  Section,
  type Errors,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import { instruments, items, type Instrument, type Item } from '../instruments.ts'
import type { Moment } from '../rules.ts'
import type { SaySurveys } from '../messages/words.ts'
import type { Round } from '../store.ts'
import { Results } from './results.tsx'
import { Summary } from './summary.tsx'

/** A round that runs, and how she who looks stands to it. */
export type Running = Pick<Round, 'moment' | 'closesAt'> & {
  readonly asked: number
  /** Null when she is not asked. */
  readonly hers: { readonly done: number; readonly of: number } | null
}

export type SurveysPageProps = {
  readonly reader: Reader
  readonly say: SaySurveys
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly problem: Problem
  /** The name of the body that answers. */
  readonly body: string
  readonly rounds: readonly Round[]
  readonly running: readonly Running[]
  /** What she may open now; null where she may open none at any time. */
  readonly mayOpen: readonly Moment[] | null
}

/** What those who took part say: what runs, what was published, side by side, and how it is read. */
export function SurveysPage(props: SurveysPageProps) {
  const { reader, say, errors, problem, body, rounds, running } = props
  const published = rounds.filter((round) => round.published !== null)
  const shown = instruments.filter((instrument) => askedIn(published, instrument).length > 0)
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('page.title')}
        lead={say('page.lead')}
      />
      {running.map((round) => (
        <RunningPart {...props} round={round} />
      ))}
      {rounds.length === 0 ? (
        <Empty title={say('page.empty')} level={2}>
          {say(problem.source === null ? 'page.empty-next' : 'page.empty-told-next')}
        </Empty>
      ) : null}
      {published.length > 0 ? (
        <>
          <Summary {...{ reader, say, body, rounds, shown }} />
          <Response {...props} rounds={published} />
          {shown.map((instrument) => (
            <Results {...{ reader, say, instrument, rounds, body }} items={askedIn(published, instrument)} />
          ))}
        </>
      ) : null}
      <OpenForm {...props} />
    </>
  )
}

/** What was asked at least once: a question that waits for its moment has no line yet. */
function askedIn(rounds: readonly Round[], instrument: Instrument): readonly Item[] {
  return items.filter((item) => item.instrument === instrument && rounds.some(({ moment }) => item.at.includes(moment)))
}

function RunningPart({ reader, say, problem, round }: SurveysPageProps & { readonly round: Running }) {
  const { moment, closesAt, asked, hers } = round
  return (
    <Section id={`running-${moment}`} title={`${say('page.running')}: ${say(`moment.${moment}`)}`}>
      <p>
        {say('page.running-lead', {
          asked,
          left: reader.time.left(closesAt),
          deadline: reader.time.deadline(closesAt),
        })}
      </p>
      {hers && hers.done === hers.of ? <p>{say('page.all-answered')}</p> : null}
      {hers ? (
        <Actions>
          <ButtonLink href={reader.to('outcome.survey', { problem: problem.slug, moment })}>
            {say(hers.done > 0 ? 'page.go-on' : 'page.answer')}
          </ButtonLink>
        </Actions>
      ) : null}
    </Section>
  )
}

function Response({ say, rounds }: SurveysPageProps) {
  const lines = rounds.flatMap(({ moment, published }) => {
    if (!published) return []
    const asked = Object.values(published.asked).reduce((sum, count) => sum + count, 0)
    const values = { moment: say(`moment.${moment}`), asked }
    return published.answered === null
      ? [say('page.asked-few', values)]
      : [say('page.asked', { ...values, answered: published.answered })]
  })
  return (
    <Section id="response" title={say('page.response')}>
      <List items={lines} />
      <p class="fm-small">{say('page.silent')}</p>
      <Details summary={say('page.how')}>
        <p>{say('page.how-words')}</p>
      </Details>
    </Section>
  )
}

function OpenForm({ reader, say, errors, typed, problem, mayOpen }: SurveysPageProps) {
  if (mayOpen === null) return null
  const fields = { typed, errors }
  return (
    <Section id="open" title={say('open.title')} lead={say('open.lead')}>
      {mayOpen.length === 0 ? (
        <List items={[say('open.wait-start'), say('open.wait-close'), say('open.wait-later')]} />
      ) : (
        <Form action={reader.to('outcome.open-survey', { problem: problem.slug })} label={say('open.title')}>
          <Radios
            name="moment"
            label={say('open.moment')}
            options={mayOpen.map((moment) => ({ value: moment, label: say(`moment.${moment}`) }))}
            required
            {...fields}
          />
          <DateField name="closesOn" label={say('open.closes')} help={say('open.closes-help')} required {...fields} />
          <Button>{say('open.send')}</Button>
        </Form>
      )}
    </Section>
  )
}
