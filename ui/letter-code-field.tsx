import type { FieldProps } from './field.tsx'
import { TextField } from './text-field.tsx'

/** For the code of a letter. Its picture leads here with the code behind `#`, where only this page's script sees it. */
export function LetterCodeField({
  label,
  help,
  typed,
  errors,
}: Pick<FieldProps, 'label' | 'help' | 'typed' | 'errors'>) {
  return (
    <fm-letter-code>
      <TextField
        name="code"
        label={label}
        help={help}
        autocomplete="off"
        room={20}
        required
        typed={typed}
        errors={errors}
      />
    </fm-letter-code>
  )
}
