import type { Reader } from '../../../../platform/http/index.ts'
import {
  Checkbox,
  fieldId,
  HiddenField,
  Select,
  TextField,
  typedOne,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayIdeas } from '../messages/words.ts'
import type { PlaceMap } from '../where.ts'

export type PlaceFieldsProps = {
  readonly reader: Reader
  readonly say: SayIdeas
  readonly map: PlaceMap | null
  /** Where the form is sent, to come back with the place that was pressed. */
  readonly action: string
  readonly errors: Errors
  readonly typed: Typed
}

/** Where it is: in words, from a list, or by pressing on the map, which works without script. Each of it may be left out. */
export function PlaceFields({ reader, say, map, action, errors, typed }: PlaceFieldsProps) {
  const back = { errors, typed }
  const words = (
    <TextField
      name="place"
      label={say('ideas.field-place')}
      help={say('ideas.field-place-help')}
      isUnmarked={Boolean(map)}
      maxLength={200}
      {...back}
    />
  )
  if (!map) return words
  const { outline, frame } = map
  const point = typedOne(typed, 'point')
  return (
    <fieldset class="ds-fieldset fm-stack" id="where">
      <legend class="fm-h-mid">{say('where.title')}</legend>
      <p class="fm-small fm-muted">{say('where.lead')}</p>
      {words}
      {outline.places.length === 0 ? null : (
        <Select
          name="named"
          label={say('where.named')}
          none={say('where.none')}
          isUnmarked
          options={outline.places.map(({ name }) => ({ value: name, label: name }))}
          {...back}
        />
      )}
      <Select
        name="square"
        label={say('where.square')}
        help={say('where.square-help')}
        isUnmarked
        none={say('where.none')}
        options={frame.squares.map(({ name }) => ({ value: name, label: name }))}
        {...back}
      />
      <div class="fm-field">
        <p class="ds-label">{say('where.press')}</p>
        <p class="fm-field__help" id="map-help">
          {say('where.press-help')}
        </p>
        <input
          class="fm-mapbutton"
          type="image"
          name="map"
          src={reader.to('outline')}
          alt={say('where.press-alt')}
          width={frame.width}
          height={frame.height}
          formaction={`${action}#where`}
          aria-describedby="map-help"
        />
      </div>
      {point === '' ? null : (
        <div class="fm-stack fm-stack--2" role="status">
          <p>
            <strong>{say('where.chosen')}</strong> {point}
          </p>
          <HiddenField name="point" value={point} />
          <Checkbox name="drop-point" label={say('where.drop')} />
        </div>
      )}
      <p class="fm-mini" id={fieldId('privacy')}>
        {say('where.privacy')}
      </p>
    </fieldset>
  )
}
