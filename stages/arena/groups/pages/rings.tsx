import type { Reader } from '../../../../platform/http/index.ts'
import { Section, SummaryList } from '../../../../ui/index.ts'
import { fewestShown } from '../../pages/call.tsx'
import type { SayGroups } from '../messages/words.ts'
import { ringNames, type RingName, type Rings } from '../rings.ts'

export type RingsProps = {
  readonly reader: Reader
  readonly say: SayGroups
  readonly slug: string
  readonly rings: Rings
}

/** How many take part, from those at the table outwards, each ring with its way in. */
export function RingsSection({ reader, say, slug, rings }: RingsProps) {
  const at = { problem: slug }
  const doors: Readonly<Record<RingName, string>> = {
    members: `${reader.to('arena.people', at)}#politician`,
    groups: reader.to('arena.groups', at),
    open: reader.to('draft.ideas', at),
    followers: reader.to('journey', at),
  }
  return (
    <Section
      id="rings"
      title={say('rings.title')}
      lead={say('rings.lead')}
      more={{ href: reader.to('journey.rings', at), text: say('rings.trace') }}
    >
      <SummaryList
        rows={ringNames.map((ring) => ({
          term: <a href={doors[ring]}>{say(`rings.${ring}`)}</a>,
          value: ringWords(say, ring, rings),
        }))}
      />
    </Section>
  )
}

/** The numbers of one ring in words; a few people are not told apart from fewer. */
export function ringWords(say: SayGroups, ring: RingName, rings: Rings): string {
  switch (ring) {
    case 'members':
      return say('rings.members-count', { count: rings.members })
    case 'groups':
      return say(isFew(rings.inGroups) ? 'rings.groups-few' : 'rings.groups-count', {
        groups: rings.groups,
        count: rings.inGroups,
      })
    case 'open':
      return say(isFew(rings.writers) ? 'rings.open-few' : 'rings.open-count', {
        count: rings.writers,
        events: rings.events,
      })
    case 'followers':
      return isFew(rings.followers)
        ? say('rings.followers-few')
        : say('rings.followers-count', { count: rings.followers })
  }
}

function isFew(count: number): boolean {
  return count > 0 && count < fewestShown
}
