import { Prose, Section, StateTag, type IconName, type TagColor } from '../../../../ui/index.ts'
import type { MandateWriter } from '../../pages/lines.ts'
import type { Mandate } from '../../store.ts'
import { lawLine, moneyWords } from '../room-words.ts'
import type { Matter, Room } from '../rules.ts'

const looks: Readonly<Record<Room, { readonly icon: IconName; readonly color: TagColor }>> = {
  open: { icon: 'agree', color: 'success' },
  together: { icon: 'people', color: 'success' },
  fixed: { icon: 'locked', color: 'neutral' },
  'another-level': { icon: 'refer', color: 'neutral' },
}

type Props = MandateWriter & { readonly mandate: Mandate; readonly lang: string }

/** Every question with the room there is for influence on it, and its limits in money and law (R5). */
export function Matters(props: Props) {
  const { say, mandate } = props
  if (mandate.matters.length === 0) return null
  return (
    <Section id="matters" title={say('matter.title')} lead={say('matter.lead')}>
      <ol class="fm-list">
        {mandate.matters.map((matter) => (
          <li>
            <OneMatter {...props} matter={matter} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function OneMatter({ reader, say, lang, matter }: Props & { readonly matter: Matter }) {
  const { words, room, why, level, money, law } = matter
  return (
    <div class="fm-stack fm-stack--2">
      <p lang={lang}>
        <strong>{words}</strong>
      </p>
      <p>
        <StateTag {...looks[room]}>{say(`room.${room}`, { level })}</StateTag>
      </p>
      <p class="fm-small fm-muted">{say(`room-text.${room}`)}</p>
      {why === '' ? null : <Prose text={why} lang={lang} size="small" />}
      {money ? <p class="fm-small">{say('matter.money', { money: moneyWords(reader.lang, money) })}</p> : null}
      {law ? (
        <p class="fm-small" lang={lang}>
          {lawLine(say, law)}
        </p>
      ) : null}
    </div>
  )
}
