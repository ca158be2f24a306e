import { Details, Icon, Section } from '../../../../ui/index.ts'
import { threeDigits } from '../commitment.ts'
import { groupKey } from '../counted.ts'
import { comparedWithAverage } from '../own-draws.ts'
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
  const isOver = view.drawn !== undefined || view.standing.lottery?.step === 'ended'
  return (
    <Section id="chance" title={say(isOver ? 'chance.was' : 'chance.is', { count: chance.times })}>
      <p class="fm-chance">
        <span class="fm-big">{say('chance.share', { share: chance.chance })}</span>
        <span class="fm-mini">
          {say(isOver ? 'chance.average-was' : 'chance.average', { share: chance.average })}
          <br />
          {say(isOver ? 'chance.least-was' : 'chance.least', { share: chance.least })}
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

/** So many limits are named: those that weigh most. */
const mostReasons = 2

/** Which limits made her chance what it is. */
export function Why({
  say,
  mine,
  view,
  placeLang,
}: Pick<DrawPageProps, 'say' | 'view' | 'placeLang'> & { readonly mine: Mine }) {
  const { chance } = mine
  if (!chance || !view.limits) return null
  const compared = comparedWithAverage(chance)
  if (compared === 'usual') return <p class="fm-small">{say('why.usual')}</p>
  const isHigher = compared === 'higher'
  const telling = chance.reasons.filter(({ pull }) => (pull === 'up') === isHigher).slice(0, mostReasons)
  // What the limits of a draw for free seats leave to be met is what those who sit told: she is in its list and does not read it.
  if (telling.length === 0 || !view.isOpen)
    return (
      <p class="fm-small">
        {say(isHigher ? 'why.higher' : 'why.lower')} {view.limits.onePerHousehold ? say('why.homes') : null}
      </p>
    )
  return (
    <>
      <p class="fm-small">{say(isHigher ? 'why.higher-because' : 'why.lower-because')}</p>
      <ul class="fm-small">
        {telling.map((reason) => (
          <li>
            <Because {...{ say, view, placeLang, reason }} />
          </li>
        ))}
      </ul>
      {view.limits.onePerHousehold ? <p class="fm-small">{say('why.homes')}</p> : null}
    </>
  )
}

type Binding = NonNullable<Mine['chance']>['reasons'][number]

/** The limit that binds, and how many of her group applied, as far as that may be said. */
function Because({
  say,
  view,
  placeLang,
  reason,
}: Pick<DrawPageProps, 'say' | 'view' | 'placeLang'> & { readonly reason: Binding }) {
  const feature = view.limits?.features[reason.feature]
  const group = feature?.values.find(({ key }) => key === reason.value)
  const applied = view.applied.get(groupKey(feature?.key ?? '', reason.value))
  const bound = { bound: reason.limit, seats: view.limits?.seats ?? 0 }
  return (
    <>
      <span lang={placeLang}>{`${feature?.name}: ${group?.name}.`}</span>{' '}
      {typeof applied === 'number'
        ? `${say('why.applied', { applied, of: view.pool?.size ?? 0 })} `
        : applied === 'few'
          ? `${say('why.applied-few')} `
          : ''}
      {say(reason.what === 'minimum' ? 'why.at-least' : 'why.at-most', bound)}
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
