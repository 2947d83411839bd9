import type { TenantFormat } from '../declared-tenant.ts';
import { deployFolder } from './deploy-folder.ts';
import { deployYaml } from './deploy-yaml.ts';
import { managementApi } from './management-api.ts';
import { terraformConfiguration } from './terraform-configuration.ts';
import { terraformState } from './terraform-state.ts';

/** The formats in which tenants come; the first that reads an input is used. */
export const tenantFormats: readonly TenantFormat[] = [
  deployFolder,
  deployYaml,
  terraformConfiguration,
  terraformState,
  managementApi,
];
