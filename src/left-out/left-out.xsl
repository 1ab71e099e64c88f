<?xml version="1.0" encoding="UTF-8"?>
<!-- Names the tests that a report of Surefire or Failsafe calls skipped, one a line, with the reason -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
	<xsl:output method="text"/>
	<xsl:template match="/">
		<xsl:for-each select="//testcase[skipped]">
			<xsl:value-of select="concat('  ', @classname)"/>
			<xsl:if test="@name != '' and @name != @classname">
				<xsl:value-of select="concat('.', @name)"/>
			</xsl:if>
			<xsl:variable name="message" select="normalize-space(skipped/@message)"/>
			<xsl:variable name="reason" select="substring-after($message, '==> ')"/>
			<xsl:value-of select="concat(': ', $reason)"/>
			<xsl:if test="$reason = ''">
				<xsl:value-of select="$message"/>
			</xsl:if>
			<xsl:text>&#10;</xsl:text>
		</xsl:for-each>
	</xsl:template>
</xsl:stylesheet>
