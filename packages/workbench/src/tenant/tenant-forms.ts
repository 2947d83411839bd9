/** The forms in which Actions come besides files of code, for help and errors. */
export const tenantForms =
  'a folder or tenant.yaml that the deploy tool exported, a folder of .tf files, or JSON of Terraform or of the Management API';
