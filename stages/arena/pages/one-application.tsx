import {
  Checkbox,
  Checkboxes,
  Prose,
  Radios,
  Row,
  StaffLabel,
  StateTag,
  TextArea,
  type IconName,
  type TagColor,
} from '../../../ui/index.ts'
import { shownAs } from '../../problem/index.ts'
import { byStaffWords } from '../by-staff/messages/words.ts'
import { answersTo, awaitedBy } from '../awaiting-rules.ts'
import type { Application } from '../store.ts'
import type { ApplicationsPageProps } from './applications-props.ts'

type Shown =
  | 'waiting'
  | 'in-draw'
  | 'not-drawn'
  | 'offered'
  | 'sits'
  | 'declined'
  | 'lapsed'
  | 'left'
  | 'substitute'
  | 'not-selected'

const looks: Readonly<Record<Shown, { readonly icon: IconName; readonly color: TagColor }>> = {
  waiting: { icon: 'clock', color: 'brand1' },
  'in-draw': { icon: 'empty', color: 'info' },
  'not-drawn': { icon: 'empty', color: 'neutral' },
  offered: { icon: 'clock', color: 'info' },
  sits: { icon: 'agree', color: 'success' },
  declined: { icon: 'empty', color: 'neutral' },
  lapsed: { icon: 'empty', color: 'neutral' },
  left: { icon: 'empty', color: 'neutral' },
  substitute: { icon: 'empty', color: 'info' },
  'not-selected': { icon: 'empty', color: 'neutral' },
}

type OneProps = Pick<
  ApplicationsPageProps,
  'say' | 'reader' | 'arena' | 'authors' | 'held' | 'resources' | 'inDraw' | 'typed' | 'errors'
> & {
  readonly application: Application
  readonly isAnswering: boolean
}

/** One who asks for a seat: her words, whom she speaks for, and the answer or the fields for it. */
export function OneApplication(props: OneProps) {
  const { say, reader, application, authors, held, resources, isAnswering } = props
  const author = authors.get(application.account)
  const state = stateOf(props)
  const brings = resources.get(application.account) ?? ''
  return (
    <div class="fm-stack fm-stack--2" id={`application-${application.number}`}>
      <Row isSpread>
        <h3 class="fm-h-mid">{author?.name || say('list.number', { number: application.number })}</h3>
        <StateTag {...looks[state]}>{say(`list.state-${state}`, { place: application.substitute ?? 0 })}</StateTag>
      </Row>
      <p class="fm-mini">
        {author?.shape === 'organisation' ? (
          <>
            <a class="fm-link" href={shownAs(reader, author).href}>
              {shownAs(reader, author).line}
            </a>
            {' · '}
          </>
        ) : null}
        {say('list.on', { day: reader.time.day(application.appliedAt) })}
      </p>
      {held.has(application.account) ? (
        <p>
          <StaffLabel>{byStaffWords.say(reader.lang)('people.label')}</StaffLabel>
        </p>
      ) : null}
      <Prose text={application.motivation} />
      <p class="fm-mini">{say('list.tie', { tie: application.tie })}</p>
      {brings === '' ? null : <p class="fm-small">{say('list.brings', { resources: brings })}</p>}
      {application.answer ? <p class="fm-small">{say('page.seat-reason', { reason: application.answer })}</p> : null}
      {isAnswering && application.state === 'waiting' ? <AnswerFields {...props} /> : null}
    </div>
  )
}

const waitingFor = { choice: 'waiting', draw: 'in-draw', confirmation: 'not-drawn' } as const

function stateOf({ arena, inDraw, application }: OneProps): Shown {
  const { account, state, substitute } = application
  if (arena.seats.some((seat) => seat.account === account)) return 'sits'
  if (arena.left.some((seat) => seat.account === account)) return 'left'
  const offer = arena.offers.findLast((one) => one.account === account)
  if (offer?.state === 'waiting') return 'offered'
  if (offer?.state === 'declined' || offer?.state === 'lapsed') return offer.state
  if (state === 'waiting') return waitingFor[awaitedBy(application, { filling: arena.filling, inDraw })]
  return substitute === null ? 'not-selected' : 'substitute'
}

/** What one meets can be ticked; the reason is read by her, and with a yes by everybody. */
function AnswerFields({ say, arena, inDraw, application, typed, errors }: OneProps) {
  const { number, profile } = application
  const can = answersTo(application, { filling: arena.filling, inDraw })
  if (!can.select && !can.decline) return null
  const kept = { typed, errors }
  const criteria = arena.rule.profiles.find(({ id }) => id === profile)?.criteria ?? []
  return (
    <div class="fm-stack fm-stack--2" role="group" aria-label={say('list.number', { number })}>
      <Radios
        name={`answer-${number}`}
        label={say('list.answer')}
        value="later"
        isInline
        isUnmarked
        options={(['later', 'select', 'decline'] as const)
          .filter((value) => value === 'later' || can[value])
          .map((value) => ({ value, label: say(`list.${value}`) }))}
        {...kept}
      />
      {can.select && criteria.length > 0 ? (
        <Checkboxes
          name={`criteria-${number}`}
          label={say('list.criteria')}
          isUnmarked
          options={criteria.map((label, at) => ({ value: String(at + 1), label }))}
          {...kept}
        />
      ) : null}
      <TextArea
        name={`reason-${number}`}
        label={say('list.reason')}
        help={say('list.reason-help')}
        rows={2}
        maxLength={1000}
        isUnmarked
        {...kept}
      />
      {can.decline ? <Checkbox name={`substitute-${number}`} label={say('list.substitute')} {...kept} /> : null}
    </div>
  )
}
