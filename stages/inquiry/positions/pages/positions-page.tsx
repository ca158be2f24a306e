import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone as Hidden } from '../../../../platform/moderation/index.ts'
import {
  Button,
  Details,
  Form,
  PersonChip,
  Radios,
  Section,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { HiddenText, ReportThis } from '../../../meeting/index.ts'
import { noteWords } from '../../notes/messages/words.ts'
import { inquiryWords } from '../../messages/words.ts'
import { CaseList } from '../../pages/case-list.tsx'
import { askedPerson, type Politicians } from '../../pages/people.ts'
import type { SayPosition } from '../messages/words.ts'
import { stances } from '../rules.ts'
import type { Position } from '../store.ts'
import { Stands } from './stands.tsx'

export type PositionsPageProps = {
  readonly reader: Reader
  readonly say: SayPosition
  readonly errors: Errors
  readonly typed: Typed
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  readonly positions: readonly Position[]
  readonly people: Politicians
  readonly hidden: ReadonlyMap<Id, Hidden>
  readonly mayTake: boolean
  /** The number of the position that was being changed. */
  readonly changing: number
  readonly isTold: boolean
}

/** Where politicians stand in this case, how that changed, and why (R27). */
export function PositionsPage(props: PositionsPageProps) {
  const { reader, say, errors, problem, positions, mayTake, isTold } = props
  return (
    <CaseList
      {...{ reader, errors, problem }}
      title={say('positions.title')}
      lead={say('positions.lead')}
      add={mayTake && { id: 'take', title: say('take.title') }}
      items={positions.map((position) => (
        <OnePosition {...props} position={position} />
      ))}
      count={say('positions.count', { count: positions.length })}
      isCountHidden
      none={
        isTold
          ? { title: null, next: say('positions.unknown') }
          : { title: say('positions.none'), next: say('positions.none-next') }
      }
      aside={
        <>
          {mayTake ? <Take {...props} /> : null}
          <p>
            <a href={reader.to('inquiry.notes', { problem: problem.slug })}>
              {noteWords.say(reader.lang)('notes.title')}
            </a>
          </p>
        </>
      }
    />
  )
}

function OnePosition(props: PositionsPageProps & { readonly position: Position }) {
  const { reader, say, people, hidden, position } = props
  const stone = hidden.get(position.id)
  const about = say('positions.number', { number: position.number })
  return (
    <article class="fm-stack fm-stack--3" id={`position-${position.number}`}>
      {stone ? (
        <>
          <h3 class="fm-mini">{about}</h3>
          <PersonChip {...askedPerson({ reader, people, to: position.person })} />
          <HiddenText reader={reader} stone={stone} />
        </>
      ) : (
        <>
          <h3 lang={position.language}>{position.subject}</h3>
          <PersonChip {...askedPerson({ reader, people, to: position.person })} />
          <Stands {...{ reader, say, position }} />
          {reader.actor.person === position.person && props.mayTake ? <Change {...props} /> : null}
          <ReportThis reader={reader} thing={{ kind: 'position', id: position.id }} about={about} />
        </>
      )}
    </article>
  )
}

function stanceOptions(lang: string) {
  return stances.map((stance) => ({ value: stance, label: inquiryWords.say(lang)(`stance.${stance}`) }))
}

function Change({
  reader,
  say,
  problem,
  typed,
  errors,
  changing,
  position,
}: PositionsPageProps & { readonly position: Position }) {
  const isHere = changing === position.number
  const within = `position-${position.number}`
  const kept = { ...(isHere ? { typed, errors } : {}), required: true, within: `${within}-change` }
  const at = { problem: problem.slug, number: position.number }
  return (
    <Details summary={say('change.title')} isOpen={isHere}>
      <Form action={reader.to('inquiry.change-position', at)} label={say('change.title')}>
        <Radios name="newStance" label={say('change.stance')} options={stanceOptions(reader.lang)} {...kept} />
        <TextArea name="newReason" label={say('change.reason')} rows={3} maxLength={1000} {...kept} />
        <Button variant="secondary">{say('change.send')}</Button>
      </Form>
    </Details>
  )
}

function Take({ reader, say, problem, typed, errors, changing }: PositionsPageProps) {
  const kept = { ...(changing === 0 ? { typed, errors } : {}), required: true }
  return (
    <Section id="take" title={say('take.title')} size="aside" lead={say('take.lead')}>
      <Form action={reader.to('inquiry.take-position', { problem: problem.slug })} labelledBy="take">
        <TextArea
          name="subject"
          label={say('take.subject')}
          help={say('take.subject-help')}
          rows={2}
          maxLength={200}
          {...kept}
        />
        <Radios name="stance" label={say('take.stance')} options={stanceOptions(reader.lang)} {...kept} />
        <TextArea
          name="reason"
          label={noteWords.say(reader.lang)('notes.why')}
          help={say('take.reason-help')}
          rows={3}
          maxLength={1000}
          {...kept}
        />
        <Button>{say('take.send')}</Button>
      </Form>
    </Section>
  )
}
