import { Button, Details, Form, HiddenField, NumberField, TextField, typedOne } from '../../../../ui/index.ts'
import { agendaWords } from '../messages/words.ts'
import type { AgendaItemProps } from './agenda-item-props.ts'

/** Two small buttons: the order of the agenda, without dragging. */
export function MoveItem({ reader, problem, meeting, items, item, order }: AgendaItemProps) {
  const say = agendaWords.say(reader.lang)
  const ways = [...(order > 1 ? (['up'] as const) : []), ...(order < items.length ? (['down'] as const) : [])]
  if (ways.length === 0) return null
  const action = reader.to('meeting.move-item', { problem: problem.slug, number: meeting.number })
  return (
    <Form action={action} shape="inline" label={ways.map((way) => say(`item.${way}`, { number: order })).join(', ')}>
      <HiddenField name="item" value={String(item.number)} />
      {ways.map((way) => (
        <Button name="way" value={way} variant="tertiary" size="sm">
          {say(`item.${way}`, { number: order })}
        </Button>
      ))}
    </Form>
  )
}

/** Other words, or off the agenda. */
export function ChangeItem({ reader, problem, meeting, item, order, errors, typed }: AgendaItemProps) {
  const say = agendaWords.say(reader.lang)
  const isOurs = errors.length > 0 && typedOne(typed, 'act') !== '' && typedOne(typed, 'item') === String(item.number)
  const kept = isOurs ? { typed, errors } : {}
  const within = String(item.number)
  return (
    <Details summary={say('item.change', { number: order })} isOpen={isOurs}>
      <Form
        action={reader.to('meeting.change-item', { problem: problem.slug, number: meeting.number })}
        label={say('item.change', { number: order })}
      >
        <HiddenField name="item" value={String(item.number)} />
        <TextField
          name="title"
          label={say('item.what')}
          maxLength={200}
          value={item.title}
          required
          within={within}
          {...kept}
        />
        <NumberField
          name="plannedMinutes"
          label={say('item.length')}
          unit={say('item.unit')}
          value={item.plannedMinutes === null ? '' : String(item.plannedMinutes)}
          within={within}
          {...kept}
        />
        <TextField
          name="owner"
          label={say('item.owner')}
          maxLength={120}
          value={item.owner}
          within={within}
          {...kept}
        />
        <div class="fm-act">
          <Button name="act" value="save" variant="secondary">
            {say('item.save')}
          </Button>
          <Button name="act" value="off" variant="tertiary" isGrave>
            {say('item.off')}
          </Button>
        </div>
      </Form>
    </Details>
  )
}
