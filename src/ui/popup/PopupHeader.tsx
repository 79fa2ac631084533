import { useWrite } from "~src/store/use-write"

import { IconButton } from "../base"
import { popup } from "../strings/popup"
import { CustomerCombobox } from "./CustomerCombobox"
import { useOpenCustomer } from "./use-open-customer"

const onMac = () => navigator.userAgent.includes("Mac")

/**
 * Search over all customers, and the ways to the other pages.
 *
 * @param focusAtStart begins in the search field: where letters move through the list, `/` leads there instead
 */
export function PopupHeader({ searchable, focusAtStart }: { searchable: boolean; focusAtStart: boolean }) {
  const open = useOpenCustomer()
  const { mutate: openPage } = useWrite("open.page")
  const { label, placeholder, hint, hintMac } = popup.search
  return (
    <div className="head">
      <h1 className={searchable ? "sr-only" : "head-title"}>{popup.title}</h1>
      {searchable ? (
        <CustomerCombobox
          label={label}
          placeholder={placeholder}
          hint={onMac() ? hintMac : hint}
          hotkey="/"
          focusAtStart={focusAtStart}
          onPick={({ id, name }, other) => {
            open(id, other ? "account" : "vitally")
            return name
          }}
        />
      ) : null}
      <IconButton
        icon="calendar"
        label={popup.week}
        onClick={() => openPage({ page: "app", hash: "week" })}
      />
      <IconButton icon="brief" label={popup.book} onClick={() => openPage({ page: "book" })} />
      <IconButton icon="gear" label={popup.options} onClick={() => openPage({ page: "options" })} />
    </div>
  )
}
