import { AllCommunityModule, type Module } from 'ag-grid-community';
export const gridModules: Module[] = [AllCommunityModule];
