import { List, Said, Section } from '../../../../ui/index.ts'
import { whereIs } from '../rules.ts'
import type { Moved } from '../store.ts'
import { whereWords, type MovedWriter } from './one-move.tsx'

export type MovedSectionProps = MovedWriter & {
  readonly slug: string
  readonly lang: string
  readonly moved: readonly Moved[]
  readonly mayEnter: boolean
}

/** Beside the mandate: what moved to the group, with its day. */
export function MovedSection(props: MovedSectionProps) {
  const { reader, say, slug, lang, moved, today, bodyNames, mayEnter } = props
  const shown = moved.filter((one) => ['moved', 'back'].includes(whereIs(one, today)))
  if (moved.length === 0 && !mayEnter) return null
  return (
    <Section id="moved" title={say('case.title')} size="aside">
      {shown.length === 0 ? (
        <p class="fm-small">{say('case.none')}</p>
      ) : (
        <List
          isTight
          items={shown.map((one) => (
            <div class="fm-stack fm-stack--2">
              <Said lang={lang}>{one.what}</Said>
              <span class="fm-mini">
                {say('from-until', { from: bodyNames.get(one.from) ?? '', where: whereWords(props, one) })}
              </span>
            </div>
          ))}
        />
      )}
      <p class="fm-small">
        <a href={reader.to('mandate.moved', { problem: slug })}>{say('case.link')}</a>
      </p>
    </Section>
  )
}
