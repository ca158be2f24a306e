import { Field, FieldGroup, fieldId, typedOne, wiring, type FieldProps } from './field.tsx'

export type DateFieldProps = FieldProps & {
  readonly least?: string | undefined
  readonly most?: string | undefined
}

/** A day. Sends `2026-12-04`; where a browser has no picker, `4.12.2026` is read too. */
export function DateField({ least, most, ...field }: DateFieldProps) {
  return (
    <Field {...field}>
      <input
        class="ds-input is-room-20"
        type="date"
        value={typedOne(field.typed, field.name, field.value)}
        min={least}
        max={most}
        {...wiring(field)}
      />
    </Field>
  )
}

export type DateTimeFieldProps = Omit<FieldProps, 'value'> & {
  readonly dateLabel: string
  readonly timeLabel: string
  /** Names of the two fields sent; `<name>-date` and `<name>-time` if left out. */
  readonly dateName?: string | undefined
  readonly timeName?: string | undefined
  readonly date?: string | undefined
  readonly time?: string | undefined
  /** The zone the time is in, in words: "Copenhagen time". */
  readonly zone?: string | undefined
}

/** A day and a time of that day, as two fields; errors of either are shown once. */
export function DateTimeField(props: DateTimeFieldProps) {
  const { dateLabel, timeLabel, date, time, zone, ...field } = props
  const names = { date: props.dateName ?? `${field.name}-date`, time: props.timeName ?? `${field.name}-time` }
  const mine = [field.name, names.date, names.time]
  const errors = field.errors?.filter((error) => mine.includes(error.field)) ?? []
  const wrong = errors.length > 0 ? ('true' as const) : undefined
  return (
    <FieldGroup {...field} errors={errors.map(({ text }) => ({ field: field.name, text }))}>
      {/* errors on the pair as a whole lead to this id */}
      <div class="fm-field__row" id={fieldId(field.name, field.within)}>
        <Part
          label={dateLabel}
          name={names.date}
          type="date"
          value={typedOne(field.typed, names.date, date)}
          wrong={wrong}
        />
        <Part
          label={timeLabel}
          name={names.time}
          type="time"
          value={typedOne(field.typed, names.time, time)}
          wrong={wrong}
        />
        {zone ? <span class="fm-mini">{zone}</span> : null}
      </div>
    </FieldGroup>
  )
}

type PartProps = {
  readonly label: string
  readonly name: string
  readonly type: 'date' | 'time'
  readonly value: string
  readonly wrong: 'true' | undefined
}

function Part({ label, name, type, value, wrong }: PartProps) {
  return (
    <span class="fm-field__part">
      <label for={fieldId(name)}>{label}</label>
      <input class="ds-input" id={fieldId(name)} name={name} type={type} value={value} aria-invalid={wrong} />
    </span>
  )
}

export type FileFieldProps = Omit<FieldProps, 'value' | 'typed'> & {
  readonly accept?: string | undefined
  readonly isMany?: boolean | undefined
}

/** A file; put it in a `<Form multipart>`. A browser never keeps a chosen file, so say so in `help` after an error. */
export function FileField({ accept, isMany, ...field }: FileFieldProps) {
  return (
    <Field {...field}>
      <input class="fm-file" type="file" accept={accept} multiple={isMany || undefined} {...wiring(field)} />
    </Field>
  )
}
