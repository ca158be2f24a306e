import type { Politician } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import { Section, Table } from '../../../../ui/index.ts'
import { letterOf } from '../../map/letter.ts'
import type { SayPosition } from '../messages/words.ts'

export type PoliticianPlace = {
  readonly politician: Politician
  readonly positions: number
  /** Null where she is near a group too small to be shown. */
  readonly letter: number | null
  readonly sure: number | null
}

export type PlacesPartProps = {
  readonly reader: Pick<Reader, 'to'>
  readonly say: SayPosition
  readonly slug: string
  readonly isCrowd: boolean
  /** By name. */
  readonly places: readonly PoliticianPlace[]
}

export function PlacesPart({ reader, say, slug, isCrowd, places }: PlacesPartProps) {
  const none = isCrowd ? 'place.crowd' : places.length === 0 ? 'place.none' : undefined
  return (
    <Section
      id="politicians"
      title={say('place.title')}
      lead={say(none ?? 'place.lead')}
      more={{ href: reader.to('opinion.positions', { problem: slug }), text: say('place.more') }}
    >
      {none ? null : (
        <Table
          caption={say('place.caption')}
          isCaptionHidden
          columns={[
            { label: say('place.politician'), width: 'most' },
            { label: say('place.positions'), isNumber: true, width: 'least' },
            { label: say('place.near'), width: 'least' },
            { label: say('place.sure'), width: 'least' },
          ]}
          rows={places.map(({ politician, positions, letter, sure }) => ({
            cells: [
              <a href={reader.to('person', { person: politician.slug })}>{politician.name}</a>,
              positions,
              letter === null ? say('place.small') : say('place.group', { letter: letterOf(letter) }),
              sure === null ? '–' : say('place.of-ten', { sure }),
            ],
          }))}
        />
      )}
    </Section>
  )
}
