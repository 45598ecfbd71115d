import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../../components/common/crumb"
import { ErrorState } from "../../../../components/common/states"
import { AddConstant } from "../../../../components/constants/add-constant"
import { ConstantRow } from "../../../../components/constants/constant-row"
import { useConstants } from "../../../../hooks/api/content"

const ConstantsPage = () => {
  const { t } = useTranslation("engage")
  const { data, error, refetch } = useConstants()

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div>
          <Heading>{t("constants.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("constants.description")}
          </Text>
        </div>
        <AddConstant />
      </div>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !data ? (
        <Skeleton className="m-6 h-[400px]" />
      ) : (
        data.map((constant) => <ConstantRow key={constant.key} constant={constant} />)
      )}
    </Container>
  )
}

export const handle = { breadcrumb: () => <Crumb label="constants.title" /> }

export default ConstantsPage
