/** Why nothing can be changed from here. Apart from the gateway's other words: the panel says only this. */
export const writingOff = {
  setting: "Account Lens is set to read only. Nothing is changed in Vitally or Salesforce from here.",
  gateway: "You may look. Tasks, notes, touches, traits and projects can't be changed from here.",
}
