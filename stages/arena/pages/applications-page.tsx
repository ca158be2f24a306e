import type { Id } from '@folkmoot/basics/ids.ts'
import {
  Button,
  ButtonLink,
  Empty,
  ErrorSummary,
  Form,
  Head,
  List,
  Note,
  Section,
  StateTag,
  TextArea,
} from '../../../ui/index.ts'
import { freeByWay } from '../acceptances/vacancy-rules.ts'
import { awaits, type Awaits } from '../awaiting-rules.ts'
import { Homes } from '../homes/pages/homes.tsx'
import type { ApplicationsPageProps } from './applications-props.ts'
import { OneApplication } from './one-application.tsx'

/** Read and answered by those who choose: several at once, each with a reason (R12). */
export function ApplicationsPage(props: ApplicationsPageProps) {
  const { say, reader, problem, arena, counts, mayAnswer, errors } = props
  const all = [...counts.values()].flat()
  const waits = awaits(all, { filling: arena.filling, inDraw: props.inDraw })
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={problem.question} title={say('list.title')} lead={say('list.lead')}>
        {all.length > 0 ? (
          <p class="fm-row">
            <Sums say={say} waits={waits} />
          </p>
        ) : null}
        {mayAnswer && all.length > 0 && waits.choice + waits.draw + arena.asked.length === 0 ? (
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
      <Homes {...{ reader, shared: props.shared, mayLookUp: props.mayLookUp }} slug={problem.slug} />
      {all.length === 0 ? (
        <Empty title={say('list.none')} level={2}>
          <p>{say('list.none-next')}</p>
        </Empty>
      ) : (
        <>
          {props.only === null ? null : <ProfileLinks {...props} />}
          <Answers {...props} isAnswering={mayAnswer && canAnswer(props)} />
        </>
      )}
    </>
  )
}

/** How many wait for whoever reads this, how many for chance, and how many for the group. */
function Sums({ say, waits }: Pick<ApplicationsPageProps, 'say'> & { readonly waits: Awaits }) {
  const sums = (['choice', 'draw', 'confirmation'] as const).filter((one) => waits[one] > 0)
  if (sums.length === 0)
    return (
      <StateTag icon="agree" color="success">
        {say('list.sum-none')}
      </StateTag>
    )
  return (
    <>
      {sums.map((one) => (
        <StateTag icon={one === 'choice' ? 'clock' : 'empty'} color={one === 'choice' ? 'brand1' : 'info'}>
          {say(`list.sum-${one}`, { waiting: waits[one] })}
        </StateTag>
      ))}
    </>
  )
}

function Answers(props: ApplicationsPageProps & { readonly isAnswering: boolean }) {
  const { say, reader, problem, arena, isAnswering, typed, errors, only } = props
  const lists = arena.rule.profiles.map(({ id }) => <OfProfile {...props} profile={id} />)
  if (!isAnswering) return <>{lists}</>
  const action = reader.to('arena.answer-applications', { problem: problem.slug })
  const place = arena.rule.profiles.findIndex(({ id }) => id === only) + 1
  return (
    <Form action={only === null ? action : `${action}?profile=${place}`} label={say('list.title')}>
      {lists}
      <Section id="rest" title={say('list.rest')} lead={say('list.rest-lead')}>
        <TextArea
          name="reasonAll"
          label={say('list.reason-all')}
          help={say('list.reason-all-help')}
          rows={2}
          maxLength={1000}
          {...{ typed, errors }}
        />
        <Button>{say('list.send')}</Button>
      </Section>
    </Form>
  )
}

function OfProfile(props: ApplicationsPageProps & { readonly profile: Id<'profile'>; readonly isAnswering: boolean }) {
  const { say, arena, applications, profile } = props
  const own = applications.filter((one) => one.profile === profile)
  if (own.length === 0) return null
  const of = arena.rule.profiles.find(({ id }) => id === profile)
  const { chosen } = freeByWay(arena.filling, profile)
  // Once the group has begun, seats left are given by choice, however they were given first.
  const drawn = arena.isConfirmed ? 0 : (of?.drawn ?? 0)
  const byChoice = (of?.wanted ?? 0) - drawn
  const asked = own.length
  const free =
    chosen === null ? say('list.asked', { asked }) : say('list.asked-free', { asked, free: chosen, wanted: byChoice })
  const among = drawn > 0 && byChoice === 0 ? say('list.all-by-lot', { asked, count: drawn }) : free
  const lead = drawn > 0 && byChoice > 0 ? `${free} ${say('list.by-lot', { count: drawn })}` : among
  const inOrder = [...own.filter(({ state }) => state === 'waiting'), ...own.filter(({ state }) => state !== 'waiting')]
  return (
    <Section id={`profile-${own[0]?.number ?? 0}`} title={of?.name ?? ''} lead={lead}>
      <AnsweredByLot {...props} />
      <List
        items={inOrder.map((application) => (
          <OneApplication {...props} application={application} />
        ))}
      />
    </Section>
  )
}

function canAnswer({ arena, applications, inDraw }: ApplicationsPageProps): boolean {
  return awaits(applications, { filling: arena.filling, inDraw }).choice > 0
}

/** Where nobody answers one by one: what does, and where that is to be seen. */
function AnsweredByLot(props: ApplicationsPageProps & { readonly profile: Id<'profile'> }) {
  const { say, reader, problem, arena, inDraw, counts, profile, mayAnswer } = props
  const waits = awaits(counts.get(profile) ?? [], { filling: arena.filling, inDraw })
  if (waits.draw + waits.confirmation === 0) return null
  return (
    <Note icon="info">
      {waits.draw > 0 ? <p>{say('list.draw-answers', { waiting: waits.draw })}</p> : null}
      {waits.confirmation > 0 ? (
        <p>{say(mayAnswer ? 'list.confirm-answers' : 'list.confirm-answers-staff', { waiting: waits.confirmation })}</p>
      ) : null}
      <p>
        <a class="fm-link" href={reader.to('arena.lottery', { problem: problem.slug })}>
          {say('list.to-draw')}
        </a>
      </p>
    </Note>
  )
}

/** Where there are many: one profile at a time, and who waits in each. */
function ProfileLinks({ say, reader, problem, arena, counts, only }: ApplicationsPageProps) {
  const href = reader.to('arena.applications', { problem: problem.slug })
  if (arena.rule.profiles.length < 2) return null
  return (
    <nav aria-label={say('list.profiles')}>
      <ul class="fm-plain">
        {arena.rule.profiles.map(({ id, name }, at) => (
          <li>
            <a class="fm-link" href={`${href}?profile=${at + 1}`} aria-current={id === only ? 'page' : undefined}>
              {say('list.profile-waiting', {
                profile: name,
                waiting: (counts.get(id) ?? []).filter(({ state }) => state === 'waiting').length,
              })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
