import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import {
  Button,
  ButtonLink,
  Details,
  Empty,
  ErrorSummary,
  FactList,
  Form,
  Head,
  HiddenField,
  Prose,
  Row,
  Said,
  Section,
  StateTag,
  TextArea,
  type Errors,
  type IconName,
  type TagColor,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import { onBehalfWords } from '../../on-behalf/messages/words.ts'
import { AnswerLines, type AnswerLinesProps } from '../../on-behalf/pages/answer-lines.tsx'
import { paperWords } from '../../paper/messages/words.ts'
import type { SayByStaff } from '../messages/words.ts'
import type { StaffRecord } from '../store.ts'
import type { Profiles } from './recording-page.tsx'

export type RecordsPageProps = {
  readonly say: SayByStaff
  readonly reader: Reader
  readonly problem: Problem
  readonly records: readonly StaffRecord[]
  /** Who wrote each down. */
  readonly staff: ReadonlyMap<Id<'account'>, Byline>
  readonly profiles: Profiles
  readonly isOpen: boolean
  /** Letters still to be posted. */
  readonly letters: number
  /** What those people answered later. */
  readonly lines: AnswerLinesProps['lines']
  /** The record or the answer whose form came back with errors. */
  readonly atNumber: number
  readonly atAnswer: number
  readonly typed: Typed
  readonly errors: Errors
}

/** What was written down: what waits for a second one of staff first. */
export function RecordsPage(props: RecordsPageProps) {
  const { say, reader, problem, records, isOpen, letters, errors } = props
  const slug = { problem: problem.slug }
  const waiting = records.filter(isUndecided)
  const decided = records.filter((record) => !isUndecided(record))
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('page.title')}
        lead={say('page.lead')}
      >
        {isOpen ? (
          <div class="fm-act">
            <ButtonLink href={reader.to('arena.recording', slug)}>{say('page.new')}</ButtonLink>
          </div>
        ) : null}
      </Head>
      {decided.length > 0 ? (
        <p>
          <a class="fm-link" href={reader.to('arena.paper-letters', slug)}>
            {paperWords.say(reader.lang)('page.link', { count: letters })}
          </a>
        </p>
      ) : null}
      {records.length === 0 ? (
        <Empty title={say('page.none')} level={2}>
          <p>{say(isOpen ? 'page.none-next' : 'refused.call-closed')}</p>
        </Empty>
      ) : null}
      {waiting.length > 0 ? (
        <Section id="waiting" title={say('page.waiting')}>
          <Records {...props} records={waiting} />
        </Section>
      ) : null}
      <AnswerLines {...props} slug={problem.slug} isWaiting />
      {decided.length > 0 ? (
        <Section id="decided" title={say('page.decided')}>
          <Records {...props} records={decided} />
        </Section>
      ) : null}
      <AnswerLines {...props} slug={problem.slug} isWaiting={false} />
    </>
  )
}

/** What was never confirmed and is erased by now waits for nobody. */
function isUndecided({ state, isErased }: StaffRecord): boolean {
  return state === 'waiting' && !isErased
}

function Records(props: RecordsPageProps) {
  return (
    <ol class="fm-list">
      {props.records.map((record) => (
        <li id={`record-${record.number}`}>
          <One {...props} record={record} />
        </li>
      ))}
    </ol>
  )
}

const looks: Readonly<Record<StaffRecord['state'], { readonly icon: IconName; readonly color: TagColor }>> = {
  waiting: { icon: 'clock', color: 'brand1' },
  confirmed: { icon: 'agree', color: 'success' },
  returned: { icon: 'empty', color: 'neutral' },
}

type OneProps = RecordsPageProps & { readonly record: StaffRecord }

function One(props: OneProps) {
  const { say, reader, staff, record } = props
  return (
    <div class="fm-stack fm-stack--2">
      <Row isSpread>
        <h3 class="fm-h-mid">{say('page.receipt', { number: record.number })}</h3>
        {record.state === 'waiting' && record.isErased ? (
          <StateTag {...looks.returned}>{say('page.state-never')}</StateTag>
        ) : (
          <StateTag {...looks[record.state]}>{say(`page.state-${record.state}`)}</StateTag>
        )}
      </Row>
      <p class="fm-mini">
        {say('page.by', {
          name: staff.get(record.recordedBy)?.name ?? '',
          day: reader.time.day(record.recordedAt),
          way: say(`page.way-${record.way}`),
        })}
      </p>
      {record.isErased ? <p class="fm-small">{say('page.erased')}</p> : <Told {...props} />}
      {record.state === 'returned' && record.why ? (
        <p class="fm-small">{say('page.returned-why', { why: record.why })}</p>
      ) : null}
      {isUndecided(record) ? <Decide {...props} /> : null}
      {record.state === 'confirmed' && !record.isErased ? <ToAnswer {...props} /> : null}
    </div>
  )
}

function ToAnswer({ say, reader, problem, record }: OneProps) {
  const { number } = record
  return (
    <p>
      <a class="fm-link" href={reader.to('arena.recording-answer', { problem: problem.slug, number })}>
        {onBehalfWords.say(reader.lang)('record.write')}
        <span class="fm-vh"> {say('page.receipt', { number })}</span>
      </a>
    </p>
  )
}

function Told({ say, profiles, record }: OneProps) {
  const profile = profiles.find(({ id }) => id === record.profile)?.name ?? ''
  return (
    <>
      <p>
        {record.name}. {say('page.for', { profile })}
        {record.letter === null ? '' : ` · ${say('page.letter', { number: record.letter })}`}
      </p>
      <Prose text={record.motivation} />
      <FactList
        rows={[
          { term: say('page.tie'), value: record.tie },
          ...(record.address ? [{ term: say('page.address'), value: <Prose text={record.address} /> }] : []),
          ...(record.phone ? [{ term: say('page.phone'), value: record.phone }] : []),
        ]}
      />
    </>
  )
}

/** Whoever wrote it down is shown whom to ask; everybody else the two answers. */
function Decide({ say, reader, problem, record, atNumber, typed, errors }: OneProps) {
  if (reader.actor.account === record.recordedBy) return <p class="fm-small">{say('page.own')}</p>
  const isHere = atNumber === record.number
  const action = reader.to('arena.decide-record', { problem: problem.slug, number: record.number })
  const name = say('page.receipt', { number: record.number })
  return (
    <>
      <Form action={action} label={name}>
        <HiddenField name="answer" value="confirm" />
        <Button size="sm">
          {say('page.confirm')}
          <span class="fm-vh"> {name}</span>
        </Button>
      </Form>
      <Details summary={say('page.return')} isOpen={isHere}>
        <Form action={action} label={`${say('page.return')} ${name}`}>
          <HiddenField name="answer" value="return" />
          <TextArea
            name="why"
            within={isHere ? undefined : String(record.number)}
            label={say('page.return-why')}
            help={say('page.return-help')}
            rows={2}
            maxLength={500}
            required
            typed={isHere ? typed : {}}
            errors={isHere ? errors : []}
          />
          <Button size="sm" variant="secondary">
            {say('page.return')}
            <span class="fm-vh"> {name}</span>
          </Button>
        </Form>
      </Details>
    </>
  )
}
