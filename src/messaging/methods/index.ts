/** Every message there is. A file of methods joins here; router, permissions, client and handlers derive from it. */
import { accountMethods } from "./account"
import { actionMethods } from "./action"
import { bookMethods } from "./book"
import { connectionMethods } from "./connection"
import { dataMethods } from "./data"
import { dataCheckMethods } from "./data-check"
import { evidenceMethods } from "./evidence"
import { linkMethods } from "./link"
import { panelMethods } from "./panel"
import { policyMethods } from "./policy"
import { popupMethods } from "./popup"
import { settingsMethods } from "./settings"
import { usageMethods } from "./usage"
import { weekMethods } from "./week"
import { writeMethods } from "./write"

export const methods = {
  ...accountMethods,
  ...actionMethods,
  ...bookMethods,
  ...connectionMethods,
  ...dataMethods,
  ...dataCheckMethods,
  ...evidenceMethods,
  ...linkMethods,
  ...panelMethods,
  ...policyMethods,
  ...popupMethods,
  ...settingsMethods,
  ...usageMethods,
  ...weekMethods,
  ...writeMethods,
}
