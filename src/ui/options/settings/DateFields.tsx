/** Native date and time inputs that report only whole values. */
import { Field } from "../shared/Fields"
import { useShown } from "../shared/use-shown"

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string | undefined
  fault?: string | undefined
}

/** A time of day, "HH:MM". Half-typed times stay in the input. */
export function TimeField(props: Props) {
  return <Native type="time" {...props} />
}

/** A calendar date, "YYYY-MM-DD". */
export function DateField(props: Props) {
  return <Native type="date" {...props} />
}

function Native({ type, label, value, onChange, hint, fault }: Props & { type: "time" | "date" }) {
  const [shown, setShown] = useShown(value)
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(aria) => (
        <input
          {...aria}
          type={type}
          className="input when"
          value={shown}
          onChange={(event) => {
            setShown(event.target.value)
            if (event.target.value !== "") onChange(event.target.value)
          }}
        />
      )}
    </Field>
  )
}
