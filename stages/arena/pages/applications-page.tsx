import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import {
  Button,
  ButtonLink,
  Empty,
  ErrorSummary,
  Form,
  Head,
  Note,
  Prose,
  Row,
  StateTag,
  TextArea,
  type Errors,
  type IconName,
  type TagColor,
  type Typed,
} from '../../../ui/index.ts'
import type { Problem } from '../../problem/index.ts'
import { profileName, type Arena } from '../arena.ts'
import type { SayArena } from '../messages/words.ts'
import type { Application } from '../store.ts'

export type ApplicationsPageProps = {
  readonly say: SayArena
  readonly reader: Reader
  readonly problem: Problem
  readonly arena: Arena
  readonly applications: readonly Application[]
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly mayAnswer: boolean
  readonly errors: Errors
  readonly typed: Typed
  /** The application whose answer came back with errors. */
  readonly atNumber: number
}

const looks: Readonly<Record<Application['state'], { readonly icon: IconName; readonly color: TagColor }>> = {
  waiting: { icon: 'clock', color: 'brand1' },
  selected: { icon: 'agree', color: 'success' },
  'not-selected': { icon: 'empty', color: 'neutral' },
}

/** Read and answered by those who choose; each with a reason (R12). */
export function ApplicationsPage(props: ApplicationsPageProps) {
  const { say, reader, problem, arena, applications, mayAnswer, errors } = props
  const waiting = applications.filter(({ state }) => state === 'waiting')
  const answered = applications.filter(({ state }) => state !== 'waiting')
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={problem.question} title={say('list.title')} lead={say('list.lead')}>
        {applications.length > 0 ? (
          <p>
            <StateTag {...looks[waiting.length > 0 ? 'waiting' : 'selected']}>
              {say('list.sum', { waiting: waiting.length })}
            </StateTag>
          </p>
        ) : null}
        {mayAnswer && applications.length > 0 && waiting.length === 0 ? (
          <div class="fm-act">
            <ButtonLink href={`${reader.to('arena.people', { problem: problem.slug })}#confirm`}>
              {say('list.to-confirm')}
            </ButtonLink>
          </div>
        ) : null}
      </Head>
      {mayAnswer || arena.isConfirmed ? null : (
        <Note icon="info">
          <p>{say('list.staff')}</p>
        </Note>
      )}
      {applications.length === 0 ? (
        <Empty title={say('list.none')} level={2}>
          <p>{say('list.none-next')}</p>
        </Empty>
      ) : (
        <ol class="fm-list">
          {[...waiting, ...answered].map((application) => (
            <li id={`application-${application.number}`}>
              <One {...props} application={application} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function One(props: ApplicationsPageProps & { readonly application: Application }) {
  const { say, reader, arena, application, authors, mayAnswer } = props
  const profile = arena.rule.profiles.find(({ id }) => id === application.profile)
  const filled = arena.seats.filter((seat) => seat.profile === application.profile).length
  return (
    <div class="fm-stack fm-stack--2">
      <Row isSpread>
        <h2 class="fm-h-mid">
          {authors.get(application.account)?.name || say('list.number', { number: application.number })}
        </h2>
        <StateTag {...looks[application.state]}>{say(`list.state-${application.state}`)}</StateTag>
      </Row>
      <p class="fm-mini">
        {profile && profile.wanted !== null
          ? say('list.for-filled', { profile: profile.name, filled, wanted: profile.wanted })
          : say('list.for', { profile: profileName(arena, application.profile) })}
        {' · '}
        {say('list.on', { day: reader.time.day(application.appliedAt) })}
      </p>
      <Prose text={application.motivation} />
      <p class="fm-mini">{say('list.tie', { tie: application.tie })}</p>
      {application.answer ? <p class="fm-small">{say('page.seat-reason', { reason: application.answer })}</p> : null}
      {mayAnswer && application.state === 'waiting' ? <AnswerForm {...props} /> : null}
    </div>
  )
}

function AnswerForm({
  say,
  reader,
  problem,
  application,
  errors,
  typed,
  atNumber,
}: ApplicationsPageProps & { readonly application: Application }) {
  const isHere = atNumber === application.number
  const name = say('list.number', { number: application.number })
  return (
    <Form action={reader.to('arena.select', { problem: problem.slug, number: application.number })} label={name}>
      <TextArea
        name="reason"
        within={isHere ? undefined : String(application.number)}
        label={say('list.reason')}
        help={say('list.reason-help')}
        rows={2}
        maxLength={1000}
        required
        typed={isHere ? typed : {}}
        errors={isHere ? errors : []}
      />
      <div class="fm-act">
        <Button name="answer" value="select" size="sm">
          {say('list.select')}
          <span class="fm-vh"> {name}</span>
        </Button>
        <Button name="answer" value="decline" size="sm" variant="secondary">
          {say('list.decline')}
          <span class="fm-vh"> {name}</span>
        </Button>
      </div>
    </Form>
  )
}
