import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import { Actions, ButtonLink, Empty, Head, List, Row, Section, StateTag } from '../../../../ui/index.ts'
import type { SayEncounter } from '../messages/words.ts'
import type { Encounter } from '../store.ts'
import { whenOf } from './lines.ts'

export type EncountersPageProps = {
  readonly reader: Reader
  readonly say: SayEncounter
  readonly now: Temporal.Instant
  readonly encounters: readonly Encounter[]
  readonly people: ReadonlyMap<Id<'person'>, Politician>
  /** Only those with her. */
  readonly politician: Politician | undefined
  readonly mayOffer: boolean
}

/** Talks of up to eight and visits, to be booked; and what was heard at those that were. */
export function EncountersPage(props: EncountersPageProps) {
  const { reader, say, now, encounters, politician, mayOffer } = props
  const isAhead = ({ startsAt }: Encounter): boolean => Temporal.Instant.compare(startsAt, now) > 0
  const coming = encounters.filter(isAhead).toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
  const heard = encounters.filter((one) => !isAhead(one) && one.heardAt !== null)
  const offer = mayOffer ? <ButtonLink href={reader.to('meeting.offering')}>{say('offer.open')}</ButtonLink> : null
  return (
    <>
      <Head title={politician ? say('title-with', { name: politician.name }) : say('title')} lead={say('lead')} />
      {politician ? (
        <p>
          <a href={reader.to('meeting.encounters')}>{say('all')}</a>
        </p>
      ) : null}
      {coming.length === 0 ? (
        <Empty title={say('none')} level={2} action={offer}>
          <p>{say('none-next')}</p>
        </Empty>
      ) : (
        <Section id="coming" title={say('coming')}>
          {offer ? <Actions>{offer}</Actions> : null}
          <List
            items={coming.map((encounter) => (
              <OneRow {...props} encounter={encounter} />
            ))}
          />
        </Section>
      )}
      {heard.length > 0 ? (
        <Section id="heard" title={say('heard.list')}>
          <List
            items={heard.map((encounter) => (
              <OneRow {...props} encounter={encounter} />
            ))}
          />
        </Section>
      ) : null}
    </>
  )
}

function OneRow({ reader, say, people, encounter }: EncountersPageProps & { readonly encounter: Encounter }) {
  const { number, kind, about, place, seats, booked, heard, cancelledAt } = encounter
  const name = people.get(encounter.person)?.name ?? reader.common('unknown')
  const free = seats - booked
  return (
    <div class="fm-stack fm-stack--2">
      <Row isSpread>
        <a href={reader.to('meeting.encounter', { number })}>
          {say('row', { kind: say(`kind.${kind}`), name, about })}
        </a>
        {cancelledAt ? (
          <StateTag icon="disagree" color="warning">
            {say('is-off')}
          </StateTag>
        ) : heard ? null : (
          <StateTag icon={free > 0 ? 'people' : 'locked'} color={free > 0 ? 'info' : 'neutral'}>
            {say('free', { free })}
          </StateTag>
        )}
      </Row>
      <p class="fm-mini">{[whenOf(reader, encounter), place].join(' · ')}</p>
    </div>
  )
}
