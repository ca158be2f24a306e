import { Details, Icon, Section } from '../../../../ui/index.ts'
import { threeDigits } from '../commitment.ts'
import { groupKey } from '../view.ts'
import type { Mine } from '../view.ts'
import type { DrawPageProps } from './props.ts'

/** How likely she was drawn, beside the average and the least, and which limit made it so. For her alone. */
export function Chance(props: DrawPageProps & { readonly mine: Mine }) {
  const { say, reader, mine, view } = props
  const { chance } = mine
  if (!chance) {
    return (
      <Section id="chance" title={say('chance.left')}>
        <p class="fm-small">{say('chance.left-text')}</p>
      </Section>
    )
  }
  const isOver = view.drawn !== undefined
  return (
    <Section id="chance" title={say(isOver ? 'chance.was' : 'chance.is', { count: chance.mine })}>
      <p class="fm-chance">
        <span class="fm-big">{say('chance.share', { share: chance.mine / 1000 })}</span>
        <span class="fm-mini">
          {say('chance.average', { share: chance.average })}
          <br />
          {say('chance.least', { share: chance.least / 1000 })}
        </span>
      </p>
      <Why {...props} />
      <p class="fm-small">{say('chance.nothing-else')}</p>
      {mine.panels.length === 0 ? null : (
        <Details summary={say('chance.panels', { count: mine.panels.length })}>
          <p class="fm-small fm-num">{mine.panels.map(threeDigits).join(', ')}</p>
        </Details>
      )}
      <p class="fm-small">
        <a class="fm-link" href={reader.to('about', { page: 'draw' })}>
          {say('chance.how')}
        </a>
      </p>
    </Section>
  )
}

/** The two limits that weigh most, in sentences. */
const mostReasons = 2

function Why({ say, mine, view, placeLang }: DrawPageProps & { readonly mine: Mine }) {
  const { chance, reasons } = mine
  if (!chance) return null
  const isHigher = chance.mine / 1000 > chance.average
  const isUsual = Math.abs(chance.mine / 1000 - chance.average) < 0.0015
  if (isUsual) return <p class="fm-small">{say('why.usual')}</p>
  const telling = reasons.filter(({ pulls }) => (pulls === 'up') === isHigher).slice(0, mostReasons)
  if (telling.length === 0) return <p class="fm-small">{say(isHigher ? 'why.higher' : 'why.lower')}</p>
  return (
    <>
      <p class="fm-small">{say(isHigher ? 'why.higher-because' : 'why.lower-because')}</p>
      <ul class="fm-small">
        {telling.map((reason) => {
          const applied = view.applied.get(groupKey(reason.feature, reason.value))
          const group = <span lang={placeLang}>{`${reason.featureName}: ${reason.name}`}</span>
          const counted = typeof applied === 'number'
          return (
            <li>
              {group}
              {'. '}
              {counted ? say('why.applied', { applied, of: reason.of }) : say('why.applied-few')}{' '}
              {say(reason.pulls === 'up' ? 'why.at-least' : 'why.at-most', {
                bound: reason.bound,
                seats: reason.seats,
              })}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Where she finds herself in what is published, and how she proves that it is her row. */
export function YourNumber({ say, mine, view }: DrawPageProps & { readonly mine: Mine }) {
  return (
    <Section id="your-number" title={say('mine.title', { number: mine.number })} size="mid">
      <p class="fm-small">{say('mine.text')}</p>
      <Details summary={say('mine.proof')}>
        <p class="fm-small">{say('mine.proof-text')}</p>
        <pre class="fm-code" tabindex={0}>
          {JSON.stringify({ number: mine.number, ...mine.row }, null, 2)}
        </pre>
        <p class="fm-mini">{say('mine.groups', { groups: groupsOf(mine, view.limits) })}</p>
      </Details>
      <p class="fm-row fm-mini">
        <Icon name="locked" />
        {say('mine.private')}
      </p>
    </Section>
  )
}

function groupsOf({ row }: Mine, limits: DrawPageProps['view']['limits']): string {
  return (limits?.features ?? [])
    .map(({ name, values }, at) => `${name}: ${values.find(({ key }) => key === row.values[at])?.name ?? ''}`)
    .join(' · ')
}
